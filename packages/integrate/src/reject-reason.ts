// Why one item of the input could not be read, as data: what was expected, what came, what to do.
// One decision: a reason never quotes the input's values (they may be a patient's), only names of
// fields, segments and elements, counts and limits. It does not decide whether the run goes on; it always does.

export type RejectReason =
  | { readonly kind: 'column-count'; readonly expected: number; readonly found: number }
  | { readonly kind: 'unbalanced-quote' }
  | { readonly kind: 'broken-encoding'; readonly encoding: string }
  | { readonly kind: 'missing-text'; readonly field: string }
  | { readonly kind: 'bad-date'; readonly field: string }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'bad-json' }
  | {
      readonly kind: 'wrong-type';
      readonly element: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'missing-element'; readonly element: string }
  | { readonly kind: 'bad-value'; readonly element: string; readonly expected: string }
  | { readonly kind: 'bad-base64'; readonly element: string }
  | { readonly kind: 'unreadable-content'; readonly element: string; readonly contentType: string }
  | {
      readonly kind: 'unreadable-pdf';
      readonly element: string;
      /** Not a PDF or locked; a page is a picture; more pages than a report has. */
      readonly why: 'damaged' | 'scanned' | 'too-long';
    }
  | { readonly kind: 'incomplete-message'; readonly segment: string; readonly detail: string }
  | { readonly kind: 'bad-segment'; readonly segment: string; readonly detail: string }
  | { readonly kind: 'unknown-charset'; readonly charset: string };

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, verbatim } from './html.ts';

test('text is escaped, in an element and in a quoted attribute', () => {
  const name = `<b onclick="x('y')">&`;
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;">&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;</p>',
  );
});

test('a template inside a template stays as it is, and nothing leaves nothing', () => {
  const items = ['a<', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>`.text).toBe(
    '<ul><li>a&lt;</li><li>b</li>0</ul>',
  );
  expect(html`${verbatim('<svg/>')}`.text).toBe('<svg/>');
});

test('no text of anybody opens or closes a tag or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(/[<>"']/.test(html`${text}`.text)).toBe(false);
    }),
    { seed: 5, numRuns: 200 },
  );
});

// Implants over the drawing of the upper thigh bone, each by its own shape: what stands in the bone and where, and no more. Pure
// drawing; hip-figure.tsx says which.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';

type Implant = NonNullable<CaseFigures['hips'][number]['implant']>['kind'];

/** From the outer side of the bone towards the middle of the head, as the left hip is drawn. */
const towardsHead = ['M172 120L74 48', 'M168 134L72 62', 'M164 148L70 76'] as const;
const stem = 'M134 92l22 8-8 122-10 10-10-10z';

export function HipImplant({ kind }: { readonly kind: Implant }): ReactElement | null {
  switch (kind) {
    case 'screws':
      return (
        <g className="implant">
          {towardsHead.map((path) => (
            <path key={path} d={path} />
          ))}
        </g>
      );
    case 'dynamic-hip-screw':
      return (
        <g className="implant">
          <path className="wide" d="M170 122L78 60" />
          <path className="wide" d="M171 108l-8 108" />
          {[150, 174, 198].map((y) => (
            <path key={y} d={`M${172 - (y - 108) * 0.06} ${y}H118`} />
          ))}
        </g>
      );
    case 'nail':
      return (
        <g className="implant">
          <path className="wide" d="M154 44l-12 30-2 158" />
          <path className="wide" d="M172 124L78 60" />
          <path d="M164 212H120" />
        </g>
      );
    case 'half-prosthesis':
      return (
        <g className="implant">
          <circle className="solid" cx="82" cy="62" r="37" />
          <path className="wide" d="M104 78l38 24" />
          <path className="solid" d={stem} />
        </g>
      );
    case 'total-prosthesis':
      return (
        <g className="implant">
          <path className="wide" d="M40 84c-12-36 12-70 50-66 18 2 32 14 38 30" />
          <circle className="solid" cx="84" cy="62" r="22" />
          <path className="wide" d="M96 74l46 28" />
          <path className="solid" d={stem} />
        </g>
      );
    case 'core-decompression':
      return (
        <g className="implant">
          <path className="hollow" d="M170 128L84 62" />
        </g>
      );
    case 'cement':
    case 'other':
      return null;
    default:
      return kind satisfies never;
  }
}

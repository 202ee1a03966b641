import { expect, test } from 'vitest';
import { textFromHtml } from './html-text.ts';

test('blocks and breaks become lines, entities letters, and scripts nothing', () => {
  const html =
    '<html><head><title>x</title><style>p{}</style></head><body><p>RX&nbsp;LWZ: <b>inzak</b>king&nbsp;L1</p>' +
    '<ul><li>hoogteverlies 35&#37;</li></ul>Besluit:<br/>recent<script>alert(1)</script></body></html>';
  expect(textFromHtml(html)).toBe('RX LWZ: inzakking L1\n\nhoogteverlies 35%\n\nBesluit:\nrecent');
});

test('table cells stay apart, and a bare less-than sign stays in the text', () => {
  expect(textFromHtml('<table><tr><td>T-score</td><td>-2,7</td></tr></table>')).toBe('T-score\t-2,7');
  expect(textFromHtml('T-score < -2,5 & Z-score > 1')).toBe('T-score < -2,5 & Z-score > 1');
});

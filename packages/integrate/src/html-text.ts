// HTML or XHTML to the text a reader sees: blocks and <br> are line breaks, table cells are parted by a tab,
// scripts and styles are gone. One decision: a real tokenizer (htmlparser2) instead of patterns, because report
// systems send broken markup and "T < -2,5" all the same.

import { Parser } from 'htmlparser2';

const blocks = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tr ul'.split(
    ' ',
  ),
);
const unseen = new Set(['script', 'style', 'head', 'title', 'template']);

export function textFromHtml(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (unseen.has(name)) hidden++;
        else if (blocks.has(name)) parts.push('\n');
        else if (name === 'td' || name === 'th') parts.push('\t');
      },
      ontext: (text) => {
        if (hidden === 0) parts.push(text.replace(/\s+/g, ' '));
      },
      onclosetag: (name) => {
        if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
        else if (blocks.has(name) && name !== 'br') parts.push('\n');
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]+/g, ' ').trim())
    .filter((line, index, lines) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim();
}

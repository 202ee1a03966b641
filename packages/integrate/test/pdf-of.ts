// A PDF as a reporting system would send it, small: one page for each entry, a page of words or a picture.

export function pdfOf(pages: readonly (readonly string[] | 'picture' | 'blank')[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${4 + 2 * page} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, at) => {
      const drawn = drawing(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

function drawing(page: readonly string[] | 'picture' | 'blank'): string {
  if (page === 'blank') return 'q Q';
  if (page === 'picture')
    return 'q 500 0 0 700 40 40 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \u0000\u00ff\u00ff\u0000 EI Q';
  const lines = page.map((line) => `(${line.replace(/[()\\]/g, (sign) => `\\${sign}`)}) Tj 0 -14 Td`);
  return `BT /F1 11 Tf 50 780 Td ${lines.join(' ')} ET`;
}

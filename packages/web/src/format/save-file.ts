// Hands a file that was made on request to the browser's downloads. The address of it is given back a minute later, when
// any browser has begun to write.

const minute = 60_000;

export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), minute);
}

// Bytes to base64 in a room that has no Buffer: portions, because an argument list has an end.

const portion = 0x8000;

export function base64FromBytes(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += portion)
    text += String.fromCharCode(...bytes.subarray(from, from + portion));
  return btoa(text);
}

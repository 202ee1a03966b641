// Base64 to bytes, without atob's tolerance for half a quantum. Whitespace and line breaks are allowed, URL-safe
// signs are not; anything else is undefined, never a shorter text.

const form = /^[A-Za-z0-9+/]*={0,2}$/;

export function bytesFromBase64(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 === 1 || !form.test(packed)) return undefined;
  if (packed.includes('=') && packed.length % 4 !== 0) return undefined;
  try {
    const binary = atob(packed);
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

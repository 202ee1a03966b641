// A number by which the server knows what it has taken before. From random bytes: telephones of ten years ago have no randomUUID.

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

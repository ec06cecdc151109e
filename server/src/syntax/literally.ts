/** A text as a regular expression that takes that text alone. Names in half-typed code hold any sign. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

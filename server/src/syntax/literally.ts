/** A text as a regular expression that takes that text alone. Names in half-typed code hold any sign. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Finds a name where it stands by itself, not as a part of another: `$user` too, at which `\b` fails. */
export function wholeWord(name: string, flags = ''): RegExp {
  return new RegExp(`(?<![\\w$])${literally(name)}(?![\\w$])`, flags);
}

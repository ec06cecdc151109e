/** As long, its lines where they were, and nothing in it. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

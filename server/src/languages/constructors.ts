/** The names of methods that make an object what it is. */
export function isConstructor(name: string | undefined): boolean {
  return name === 'constructor' || name === '__init__';
}

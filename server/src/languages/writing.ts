/** How a language writes what a fix adds. Expressions are given and taken as text. */
export interface Writing {
  /** The quotes of texts, where a file cannot choose. */
  readonly quote?: "'" | '"';
  /** True where statements may end in a semicolon. */
  readonly hasSemicolons?: boolean;
  /** True where a key that is a word stands without quotes. */
  readonly hasBareKeys?: boolean;
  /** One step of indentation. */
  readonly indentation: string;
  /** What programs call the identifier of a thing: `user.id`. */
  readonly identifier: string;
  /** An object, dictionary or map; `type` is what stands before its braces where a framework has a type of its own. */
  object(entries: readonly WrittenEntry[], type?: string): string;
  /** An expression whose value is all parts behind one another; `quote` is the file's. */
  joined(parts: readonly TextPart[], quote: "'" | '"'): string;
  /** A value of a dictionary by its key, where that is no member of it: `user["id"]`. For use inside `joined`. */
  entryOf?(dictionary: string, key: string, quote: "'" | '"'): string;
}

export interface WrittenEntry {
  /** The key as it is, and in the quotes of the file. */
  readonly key: string;
  readonly quotedKey: string;
  readonly value: string;
}

/** A piece of text, or an expression whose value stands in its place. */
export type TextPart = { readonly text: string } | { readonly expression: string };

/** An edit that fixes make, for what must follow from it. */
export interface WrittenEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const javascriptWriting: Writing = {
  hasSemicolons: true,
  hasBareKeys: true,
  indentation: '  ',
  identifier: 'id',
  object: (entries) =>
    `{ ${entries.map(({ key, quotedKey, value }) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quotedKey}: ${value}`).join(', ')} }`,
  joined: (parts) => `\`${parts.map((part) => ('text' in part ? part.text : `\${${part.expression}}`)).join('')}\``,
};

export const pythonWriting: Writing = {
  indentation: '    ',
  identifier: 'id',
  object: (entries) => `{${entries.map(({ quotedKey, value }) => `${quotedKey}: ${value}`).join(', ')}}`,
  // before Python 3.12 the quotes inside must be others
  joined: (parts, quote) => {
    const inside = quote === '"' ? "'" : '"';
    const written = parts.map((part) =>
      'text' in part
        ? part.text
        : `{${part.expression.includes(inside) ? part.expression : part.expression.replaceAll(quote, inside)}}`,
    );
    return `f${quote}${written.join('')}${quote}`;
  },
  entryOf: (dictionary, key, quote) => (quote === '"' ? `${dictionary}['${key}']` : `${dictionary}["${key}"]`),
};

export const goWriting: Writing = {
  quote: '"',
  indentation: '\t',
  identifier: 'ID',
  object: (entries, type) => {
    const values = entries.every(({ value }) => value.startsWith('"')) ? 'string' : 'any';
    const fields = entries.map(({ quotedKey, value }) => `${quotedKey}: ${value}`);
    return `${type ?? `map[string]${values}`}{${fields.join(', ')}}`;
  },
  joined: (parts) => {
    const format = parts.map((part) => ('text' in part ? part.text.replaceAll('%', '%%') : '%v')).join('');
    const values = parts.flatMap((part) => ('text' in part ? [] : [part.expression]));
    return `fmt.Sprintf("${format}", ${values.join(', ')})`;
  },
};

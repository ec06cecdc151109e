export interface PageContent {
  readonly title: string;
  /** Of the title and the content: `en`, `zh-cn`. */
  readonly language: string;
  /** The first digit of the code; undefined for a page of several. */
  readonly statusClass: number | undefined;
  /** Rendered Markdown. */
  readonly content: string;
  readonly styleSheet: string;
  /** Where the style sheet may come from, as a source of a content security policy. */
  readonly resourceOrigin: string;
}

/** The HTML of a page. It may load its style sheet and nothing else, and runs no script. */
export function pageDocument({
  title,
  language,
  statusClass,
  content,
  styleSheet,
  resourceOrigin,
}: PageContent): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${resourceOrigin}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${styleSheet}">
<title>${escapeHtml(title)}</title>
</head>
<body${statusClass === undefined ? '' : ` class="class-${statusClass}"`}>
<main>
${linkedToQuestions(linkedToPages(content))}
</main>
</body>
</html>`;
}

/** Another code that the page names (**403 Forbidden**) leads to its page. */
function linkedToPages(content: string): string {
  return content.replace(/<strong>(\d{3}) [^<]+<\/strong>/g, (name: string, code: string) => {
    const address = `command:httpStatus.showPage?${encodeURIComponent(`[${code}]`)}`;
    return `<a href="${address}">${name}</a>`;
  });
}

/** A question of the guide that an answer leads to (“What failed?”) is a heading of the same page. */
function linkedToQuestions(content: string): string {
  const headings = content.matchAll(/<h2[^>]* id="([^"]+)"[^>]*>(.*?)<\/h2>/g);
  const ids = new Map([...headings].map(([, id = '', question = '']) => [question, id]));
  return content.replace(/“([^“”]+)”/g, (quoted: string, question: string) => {
    const id = ids.get(question);
    return id === undefined ? quoted : `<a href="#${id}">${question}</a>`;
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

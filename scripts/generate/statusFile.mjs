import matter from 'gray-matter';

const sections = {
  'Send when': 'sendWhen',
  'Do not send when': 'doNotSendWhen',
  'Clients should': 'clientsShould',
  'In practice': 'inPractice',
};

/** One Markdown file about a status code, as the object the schema describes. */
export function parseStatusFile(text) {
  // gray-matter caches by text and hands out the cached object unless it is given options.
  const { data, content } = matter(text, {});
  const [summary = '', ...rest] = content.split(/^## /m);
  const status = { ...data, summary: summary.trim() };
  for (const section of rest) {
    const title = section.slice(0, section.indexOf('\n')).trim();
    const body = section.slice(title.length).trim();
    if (title === 'Example') status.example = withoutFence(body);
    // A heading that is not known keeps its own name, which the schema then refuses.
    else status[sections[title] ?? title] = listItems(body);
  }
  return status;
}

function listItems(body) {
  return body
    .split(/^- /m)
    .map((item) => item.trim().replace(/\s*\n\s+/g, ' '))
    .filter((item) => item !== '');
}

function withoutFence(body) {
  return body.replace(/^```http\n/, '').replace(/\n```$/, '');
}

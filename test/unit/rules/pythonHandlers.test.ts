import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ready } from '../../support/ready.ts';

/** Python handlers as real code bases have them, and what is reported: the line, the rule. */
interface Case {
  readonly name: string;
  readonly source: string;
  readonly findings: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'an error that is given its header fields where it is raised',
    source: `from fastapi import FastAPI, HTTPException

app = FastAPI()

@app.get('/reports')
def reports():
    if not settings.reports_open:
        raise HTTPException(status_code=503, detail='Reports are closed.')
    if limiter.is_full():
        raise HTTPException(429, 'Ten reports a minute.', headers={'Retry-After': '60'})
    return {'reports': []}
`,
    findings: ['8 retry-after-on-503'],
  },
  {
    name: 'an application that gives all errors their fields itself',
    source: `from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

app = FastAPI()

@app.exception_handler(HTTPException)
async def show(request, exc):
    return JSONResponse({'error': exc.detail}, status_code=exc.status_code, headers={'Retry-After': '60'})

@app.get('/reports')
def reports():
    raise HTTPException(status_code=503, detail='Reports are closed.')
`,
    findings: [],
  },
];

suite('what is reported of Python handlers as people write them', () => {
  for (const { name, source, findings } of cases) {
    test(name, async () => {
      const { document, findings: found } = await ready(source, undefined, 'app/handlers.py');
      assert.deepEqual(
        found.map(({ node, rule }) => `${document.positionAt(node.start).line + 1} ${rule.id}`),
        findings,
      );
    });
  }
});

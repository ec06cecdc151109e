import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { platform } from 'node:process';
import { frameworkTests } from './frameworkTests.ts';
import { servedProgram } from './servedProgram.ts';

const folder = path.join(import.meta.dirname, 'python');
const python = path.join(folder, '.venv', platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const isInstalled = existsSync(path.join(folder, '.venv', 'requirements.txt'));

frameworkTests({
  folder,
  ...(isInstalled ? {} : { lacks: 'Python’s frameworks are not installed' }),
  handlers: Object.fromEntries(
    readdirSync(path.join(folder, 'handlers'))
      .filter((name) => name.endsWith('.py'))
      .map((name) => [path.parse(name).name, path.join('handlers', name)]),
  ),
  serve: (file) => servedProgram(python, ['serve.py', file], folder),
  lacking: {
    aiohttp: ['response-after-response'],
    django: ['response-after-response'],
    // lists the methods of a view by itself
    'django-rest-framework': ['response-after-response', 'allow-on-405'],
    fastapi: ['response-after-response'],
    flask: ['response-after-response'],
  },
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mappedFile } from '../../../server/src/responseMap/mappedFile.ts';
import { ready } from '../../support/ready.ts';

/** The routes of a file, `POST /users 201 409`, in the order of the text. */
const cases: readonly (readonly [name: string, path: string, source: string, routes: readonly string[]])[] = [
  [
    'what Nest sends by itself, by method',
    'users.controller.ts',
    `import { Controller, Get, HttpCode, NotFoundException, Post } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Get(':id') async one() {
    const user = await this.users.find();
    if (!user) throw new NotFoundException();
    return user;
  }
  @Post() create() { return this.users.create(); }
  @Post('search') @HttpCode(200) search() { return this.users.all(); }
}
`,
    ['GET /users/:id 200 404', 'POST /users 201', 'POST /users/search 200'],
  ],
  [
    'what a FastAPI route says, or else 200',
    'users.py',
    `from fastapi import FastAPI, HTTPException
app = FastAPI()

@app.get("/users/{user_id}")
def one(user_id: int):
    user = find(user_id)
    if user is None:
        raise HTTPException(status_code=404)
    return user

@app.post("/users", status_code=201)
def create(user: User):
    return add(user)
`,
    ['GET /users/{user_id} 200 404', 'POST /users 201'],
  ],
  [
    'what Litestar sends by itself, by method',
    'books.py',
    `from litestar import delete, get, post

@get("/books")
async def books() -> list[Book]:
    return await all_books()

@post("/books")
async def add(data: Book) -> Book:
    return await save(data)

@delete("/books/{key:int}")
async def remove(key: int) -> None:
    await drop(key)
`,
    ['GET /books 200', 'POST /books 201', 'DELETE /books/{key:int} 204'],
  ],
  [
    'values that Flask sends with 200, once',
    'tasks.py',
    `from flask import Flask, jsonify
app = Flask(__name__)

@app.get("/tasks")
def tasks():
    if archived():
        return jsonify(old())
    return jsonify(all_tasks())

@app.get("/tasks/<int:key>")
def one(key):
    task = find(key)
    if task is None:
        return jsonify(error="none"), 404
    return task
`,
    ['GET /tasks 200', 'GET /tasks/<int:key> 200 404'],
  ],
];

suite('the map of a file', () => {
  for (const [name, path, source, expected] of cases) {
    test(`shows ${name}`, async () => {
      const { document, analysis, findings } = await ready(source, undefined, path);
      assert.ok(analysis);
      const { routes } = mappedFile(document, analysis, findings);
      const shown = routes.map(({ methods, path: route, responses }) =>
        [methods.join(), route, ...new Set(responses.map(({ code }) => code))].join(' '),
      );
      assert.deepEqual(shown, expected);
    });
  }
});

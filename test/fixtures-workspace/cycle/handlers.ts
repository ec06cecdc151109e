import express from 'express';
import { nothing, second } from './second';

const app = express();
app.get('/', (req, res) => {
  nothing(res, 3);
  res.status(202).end();
  //         ^^^ 202 sent express GET /
});

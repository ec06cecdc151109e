import express from 'express';
import { gate } from './middleware/gate';
import { books, users } from './routes';

const app = express();
app.use('/public', books);
app.use('/api', gate, users);
app.listen(3000);

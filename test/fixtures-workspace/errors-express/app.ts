import express from 'express';
import { showError } from './middleware/error-handler';
import orders from './routes/orders';

const app = express();
app.use('/orders', orders);
app.use(showError);

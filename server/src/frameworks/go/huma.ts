import { framework } from '../framework.ts';

/** Handlers give back what is sent, or an error that names its status. */
export const huma = framework({
  name: 'huma',
  title: 'huma',
  family: 'go',
  side: 'server',
  imports: ['github.com/danielgtaylor/huma', 'github.com/danielgtaylor/huma/v2'],
  receivers: { RES: { names: ['ctx', 'c'], types: ['Context'] } },
  set: ['RES.SetStatus(STATUS)', 'RES.SetHeader(NAME, VALUE)', 'RES.AppendHeader(NAME, VALUE)'],
  send: ['huma.WriteErr(API, RES, STATUS, MESSAGE, ...DETAILS)'],
  raise: [
    'huma.ErrorREASON(MESSAGE, ...DETAILS)',
    'huma.NewError(STATUS, MESSAGE, ...DETAILS)',
    ['huma.Status304NotModified()', { status: 304 }],
  ],
  declare: ['huma.Operation{DefaultStatus: STATUS}'],
  completes: 'assignment',
  routes: [
    'huma.Register(API, huma.Operation{Method: METHODS?, Path: PATH?}, HANDLER)',
    'huma.METHOD(API, PATH, HANDLER, ...REST)',
  ],
});

import { framework } from '../framework.ts';

export const trpc = framework({
  name: 'trpc',
  title: 'tRPC',
  family: 'javascript',
  side: 'server',
  imports: ['@trpc/server', '@trpc/server/*'],
  receivers: { CTX: { names: ['ctx', 'context'], made: ['opts.ctx'] } },
  raise: ['new TRPCError({ code: REASON, message: MESSAGE? })'],
  reasons: {
    PARSE_ERROR: 400,
    TIMEOUT: 408,
    METHOD_NOT_SUPPORTED: 405,
    PAYLOAD_TOO_LARGE: 413,
    UNPROCESSABLE_CONTENT: 422,
    CLIENT_CLOSED_REQUEST: 499,
  },
  authentication: { principal: ['CTX.session.user', 'CTX.user'], required: ['protectedProcedure'] },
  idioms: { sendJson: 'new TRPCError({ code: REASON, message: MESSAGE })' },
});

import type { Expression, MemberView } from '../../languages/views.ts';
import { rootName } from '../code/callees.ts';
import type { Origin } from './provenance.ts';
import { originOfField } from './requestHeaders.ts';
import { speaksOf } from './vocabulary.ts';

/** `request.auth.isAuthenticated` asks whether there is a caller, not what it may do. */
export const asksForLogin = /^(?:is|has)_?(?:authenticated|logged_?in)|^(?:authenticated|logged_?in)$/i;

/** What the name of a variable shows of where its value comes from, where it shows anything. */
export function originOfName(name: string): Origin | undefined {
  if (/^(?:is|has|can)[A-Z_]/.test(name) && speaksOf(name, 'permission')) return 'permission';
  if (asksForLogin.test(name)) return 'principal';
  if (speaksOf(name, 'forgery')) return 'forgery';
  if (/^(?:role|roles|userRole|permission|permissions|membership|isOwner|hasAccess|ability)$/i.test(name)) {
    return 'permission';
  }
  return /^(?:(?:access|auth|bearer|jwt|id|refresh)_?)?token$|^(?:authorization|auth_?header|password|api_?key|credentials)$/i.test(
    name,
  )
    ? 'credentials'
    : undefined;
}

/** What a handler's parameter that is taken apart gives: `({ body, user }) => …`. */
export function originOfRequestPart(property: string): Origin | undefined {
  if (/^(?:body|query|params|searchParams|form|payload|input|files?)$/.test(property)) return 'input';
  return /^(?:user|session|auth)$/.test(property) ? 'principal' : undefined;
}

/** What another server answered is no header of the request: `upstream.headers['content-length']`. */
export const ofAnswer = /(?:\bres|resp|[rR]esponse|[rR]eply|[rR]esult|upstream\w*)\.headers\b/;

/** What the way a member is written shows of where its value comes from, whatever its object holds. */
export function originOfMember(member: MemberView): Origin | undefined {
  if (isConfiguration(member)) return 'configuration';
  if (speaksOf(member.property, 'forgery')) return 'forgery';
  if (ofAnswer.test(member.node.text)) return undefined;
  return /^(?:headers|cookies|header)$/i.test(holderOf(member)) ? originOfField(member.property) : undefined;
}

/** True of what a client sends, by the names that frameworks give it: `req.body`, `request.args.page`. */
export function namesInput(member: MemberView): boolean {
  const { object, property } = member;
  // what Django's forms and serializers have made of a request, wherever they are kept
  if (/^(?:validated|cleaned)_data$/.test(property)) return true;
  // hapi's `request.payload`; what others keep in `req.payload` may be a token's
  if (member.node.text === 'request.payload') return true;
  return (isInputHolder(holderOf(member)) && isRequest(object)) || (requestParts.test(property) && isRequest(member));
}

/** `body`, `args`, `json`: names of the input as a whole, or of a part of the request. */
export function isInputHolder(name: string): boolean {
  return inputHolders.test(name);
}

const inputHolders =
  /^(?:body|query|params|searchParams|form|args|pathParameters|queryStringParameters|payload|files?|formData|GET|POST|FILES|data|json|values|query_params|media|match_info|matchdict)$/;
const requestParts =
  /^(?:body|query|params|pathParameters|queryStringParameters|file|files|json|media|POST|validated_data|query_params)$/;

/** `headers` of `req.headers.authorization`, empty where no name stands before the last one. */
function holderOf({ object }: MemberView): string {
  if (object.kind === 'member') return object.property;
  return object.kind === 'name' ? object.name : '';
}

function isConfiguration(expression: Expression): boolean {
  return (
    /^(?:process\.env|import\.meta\.env|\w+\.env|os\.(?:environ|getenv)|(?:current_)?app\.config)\b/.test(
      expression.node.text,
    ) ||
    /^(?:config|settings|env)\b/i.test(rootName(expression)) ||
    // `this.settings.role`: a part of what an object was set up with
    /^(?:this|self)\.(?:config|settings)\./.test(expression.node.text)
  );
}

/** True of the request by the name that handlers give it, and of all that is reached through it. */
export function isRequest(expression: Expression): boolean {
  return /^(?:req|request|ctx|context|c|event|_?req|(?:self|flask|quart|bottle|cherrypy)\.request|r)\b/.test(
    expression.node.text,
  );
}

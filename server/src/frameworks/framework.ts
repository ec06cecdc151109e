import type { LanguageFamily } from '../languages/language.ts';

/**
 * How one library writes responses, as data: patterns are snippets of its own language (see `languages/patterns.ts`).
 *
 * Holes that carry meaning: `STATUS`, `BODY`, `HEADERS` (an object of header fields), `NAME` and `VALUE` (one header
 * field), `URL` (the Location), `MESSAGE` (text for people, part of the body), `REASON` (a word that names a status:
 * `notFound`, `NotFound`, `NOT_FOUND`), `CODE` (a status where a body could stand as well: only what is seen to be one),
 * `DATA` (a body that is written out: an object, list or text), `DETAILS` (what is said besides: what fills a format, the
 * errors behind a message), `PHRASE` (a reason phrase), `RESPONSE` (what is sent in the stead of what the error says, with
 * its status where no `STATUS` is given), `ALLOW`, `RETRY_AFTER` and `CHALLENGE` (values of Allow, Retry-After and
 * WWW-Authenticate), `CONDITION` (what must fail for the status to be sent), `METHOD`, `PATH`, `HANDLERS`;
 * `RES` is the receiver whose changes and sends belong together. Every other hole is a receiver that the framework describes
 * under `receivers`, or takes anything. Of one framework's patterns the first that matches counts, so the narrower
 * stands before the wider.
 */
export interface Framework {
  /** The name of its file. */
  readonly name: string;
  /** As people write it: `Express`, `node:http`. */
  readonly title: string;
  readonly family: LanguageFamily;
  /** Modules whose import shows that a file uses it. A final `*` stands for any ending: `@nestjs/*`. */
  readonly imports: readonly string[];
  /** What its patterns call a module itself, whatever a file calls its default export: `createError`, `Boom`. */
  readonly moduleName?: string;
  /** `server` answers requests, `client` reads the answers of others, `test` says what answers should be. */
  readonly side: 'server' | 'client' | 'test';
  /** True when a file that imports nothing of it may still use it: its receivers' names and signatures say enough. */
  readonly withoutImport?: boolean;
  /** True of what a project says of its own code: names mean the same wherever they come from, and it counts first. */
  readonly isOfProject?: boolean;
  /**
   * Text that shows it in a file that imports no other server: `ctx.status = `. One that needs no import anyway gives way
   * to others where its signs are missing: `res.statusCode` alone is as well that of Node.js itself.
   */
  readonly signs?: RegExp;
  /** Text that is as good as an import, in a file that imports no other server: nobody else writes `c.json(body, 404)`. */
  readonly shownBy?: RegExp;
  /** What receiver holes take, by hole: `RES`, `APP`, `CTX`. */
  readonly receivers?: Readonly<Record<string, Receiver>>;
  /** Changes the response at hand without sending it. */
  readonly set?: readonly PatternSource[];
  /** Sends the response at hand. */
  readonly send?: readonly PatternSource[];
  /** Makes a response, which the handler returns. */
  readonly make?: readonly PatternSource[];
  /** Makes an error that the framework turns into a response where it is thrown, returned or passed on. */
  readonly raise?: readonly PatternSource[];
  /** Raises by itself: `ctx.throw(404)`, `notFound()`. */
  readonly raiseNow?: readonly PatternSource[];
  /** True where the page of a route shows what its handlers throw: nobody reads it as it is. */
  readonly showsThrown?: boolean;
  /** Says what a handler may or by default does answer. */
  readonly declare?: readonly PatternSource[];
  /** Compares or reads a status; in a `test` framework: expects it. */
  readonly read?: readonly PatternSource[];
  /**
   * Where a plain object is its response: `{ statusCode: 404 }` says little by itself. In a file that imports the
   * framework it may stand anywhere; in others only in functions of these names or with such a first parameter, or where
   * its text tells.
   */
  readonly objectsIn?: {
    readonly functions?: readonly string[];
    readonly parameters?: readonly string[];
    readonly telling?: RegExp;
  };
  /**
   * When a response is done: at its `send`; where the handler returns; at the last assignment (Koa); or, header and all,
   * when the first status or byte is written, what is written later being more of the body (net/http).
   */
  readonly completes?: 'send' | 'return' | 'assignment' | 'write';
  /** True where what was sent can be replaced until the handler returns: nothing has left yet. */
  readonly keepsOpen?: boolean;
  /** True where a status that is set and nothing else is a response, without a body. */
  readonly sendsUnwritten?: boolean;
  /** Text of a function whose status is read and whose content is not: what a gateway asks about a WebSocket. */
  readonly readsStatusAlone?: RegExp;
  /** Text that stands before what answers other methods than a resource has; Allow is set before it is called. Finds all of them (`g`). */
  readonly givesAllowTo?: RegExp;
  /** Words for statuses that the registry's names do not give: `badData: 422`. */
  readonly reasons?: Readonly<Record<string, number>>;
  /** What is sent when no status is set: one for all methods, others by method. */
  readonly defaultStatus?: { readonly any: number } & Readonly<Record<string, number>>;
  /** Methods that the framework calls to make the body of an error whose status it has set: Tornado's `write_error`. */
  readonly bodyMethods?: readonly string[];
  /** True where what a handler returns is a body: its status is that of the route, whichever of several it returns. */
  readonly returnsBodies?: boolean;
  /** True where an object that a handler returns is sent as JSON, whatever else stands there. */
  readonly sendsReturnedObjects?: boolean;
  /** True where a handler that returns nothing sends nothing: others send `null`. */
  readonly sendsNothingReturned?: boolean;
  /** `HANDLER` may be a class whose methods answer: `add_resource(HANDLER, PATH)`. */
  readonly routes?: readonly PatternSource[];
  /** Takes a list of pairs of a path and what answers there: `Application(ROUTES)`. */
  readonly routeLists?: readonly string[];
  /**
   * Puts handlers or a router under a path: `APP.use(PATH, ...HANDLERS)`, `APP.use(...HANDLERS)`. A `HANDLER` is a router
   * and no middleware, which stands in `MIDDLEWARE`: `include_router(HANDLER, prefix=PATH?, dependencies=MIDDLEWARE?)`.
   * Where nothing is mounted by name, it is what holds the call: `api = Api(APP, prefix=PATH?)`.
   */
  readonly mounts?: readonly PatternSource[];
  /** What a module calls its list of routes, which others include by the name of the module: `urlpatterns`. */
  readonly routeTable?: string;
  /** Gives a router's routes a common path, and middleware: `new Router({ prefix: PATH })`, `APP.prefix(PATH)`. */
  readonly prefixes?: readonly string[];
  /** Gives a router for a part of the routes, with their common path and middleware: `APP.Group(PATH, ...HANDLERS)`. */
  readonly groups?: readonly string[];
  /** Decorators of a method that make it a handler: `METHOD(PATH?)`. */
  readonly routeDecorators?: readonly PatternSource[];
  /** Classes whose methods are handlers. */
  readonly handlerClasses?: HandlerClasses;
  /** Decorators of a class that give its handlers a common path: `Controller(PATH?)`. */
  readonly prefixDecorators?: readonly string[];
  /** The field of a class that gives its handlers a common path. */
  readonly prefixField?: string;
  /** Files whose place makes their exports handlers. */
  readonly routeFiles?: readonly RouteFile[];
  /** Registers what makes responses of errors: `APP.setErrorHandler(WRITER)`, `@APP.errorhandler(ERRORS)`. */
  readonly errorWriters?: readonly string[];
  /** The names that parameters of such a function have, where these alone make it one: Express' `(err, req, res, next)`. */
  readonly errorWriterParameters?: readonly RegExp[];
  /** True where one function answers for a whole application, so that its `catch` writes the errors of all it calls. */
  readonly catchesForAll?: boolean;
  /** How a handler lets the next one run. */
  readonly chain?: HandlerChain;
  /** True where what was set before an error is raised is lost. */
  readonly errorsStartAnew?: boolean;
  /** True where an error is sent with what was set before by whoever writes it, so that it is given its fields where it is raised. */
  readonly errorsKeepFields?: boolean;
  /** True where an error without a status of its own is sent with the status that was set before. */
  readonly sendsErrorsWithSetStatus?: boolean;
  /** True where errors are collected for middleware to write: gin's `c.Errors`. */
  readonly collectsErrors?: boolean;
  /** The codes whose messages it keeps to itself where the application writes no errors of its own. */
  readonly hidesMessagesOf?: '500' | '5xx' | 'all';
  readonly authentication?: FrameworkAuthentication;
  /** Where only some codes have a class of their own: which, and the class that takes any as `status=`. */
  readonly classes?: { readonly codes: readonly number[]; readonly base: string };
  readonly idioms?: Idioms;
}

export interface HandlerChain {
  /** The parameter that is called: `next()`. */
  readonly parameter?: string;
  /** The method, of the response itself or given it: `c.Next()`, `next.ServeHTTP(w, r)`. */
  readonly method?: string;
  /** Methods that keep the next from running when the handler returns; absent where it only runs when it is called. */
  readonly stops?: RegExp;
}

export type PatternSource = string | readonly [pattern: string, given: Given];

/** What a pattern says beside its holes. */
export interface Given {
  /** True where its status is sent whatever was set before: Express' `res.status(200).redirect(url)` sends 302. */
  readonly overrides?: boolean;
  /** `unknown` where what is sent decides: an error in the place of a body. */
  readonly status?: number | 'unknown';
  readonly body?: 'none' | 'present' | 'unknown';
  /** Header fields it sets by itself; `unknown` where it may set any. */
  readonly headers?: readonly string[] | 'unknown';
  /** Of a mount: its path stands in the place of the one the router has by itself. */
  readonly replacesPrefix?: boolean;
  /** Of a mount of middleware: it stands before all routes, also those written above it. */
  readonly standsBeforeAll?: boolean;
  /** Of a route: its class answers for a collection and for each item of it, by the names of its methods. */
  readonly isCollection?: boolean;
  /** Of a route: its methods where it names none. */
  readonly methods?: readonly string[];
  /** What was done before to the response that the framework holds ready goes for it too. */
  readonly takesChanges?: boolean;
  /** Counts only where a handler gives it back as it is; elsewhere it is a part of a response, or something else. */
  readonly inHandlers?: boolean;
}

/** How the holder of a response, request or application is known. */
export interface Receiver {
  /** Names of parameters and variables. A name alone counts where the file imports the framework. */
  readonly names: readonly string[];
  /** Names of declared types, without type arguments: `NextApiResponse`. */
  readonly types?: readonly string[];
  /** True where its names stand for nothing else, so that no import need tell. */
  readonly certain?: boolean;
  /** Where no import tells: the function has a parameter of one of these names too. */
  readonly beside?: readonly string[];
  /** Where no import tells: the function is given to a call of one of these names, `defineEventHandler`. */
  readonly within?: readonly string[];
  /** Other ways to write it, other receivers being holes: `CTX.response`, `this.res`. */
  readonly written?: readonly string[];
  /** Calls that make one: `express()`, `new Hono(...OPTIONS)`. */
  readonly made?: readonly string[];
}

export interface HandlerClasses {
  /** Tried on the names of the classes they extend; absent where they need extend none. */
  readonly bases?: RegExp;
  /** Names of methods with the HTTP method in the place of `METHOD`: `on_METHOD`. */
  readonly methods: string;
  /** Other names of methods, with their HTTP methods. */
  readonly named?: Readonly<Record<string, string>>;
  /** Those of the named that answer for one item of a collection, and how the path of one goes on: `<pk>`. */
  readonly items?: { readonly names: readonly string[]; readonly path: string };
  /** Fields that hold guards: `permission_classes`. */
  readonly guards?: readonly string[];
}

export interface RouteFile {
  /** Tried on the path with `/` between its parts. A group named `path` is the route; `method` the method. */
  readonly path: RegExp;
  /** `methods`: exports named by method; `default`: the default export, or its handler. Else names and their methods. */
  readonly exports: 'methods' | 'default' | Readonly<Record<string, string>>;
}

export interface FrameworkAuthentication {
  /** Where the authenticated caller is found: `REQ.user`, `CTX.state.user`. */
  readonly principal?: readonly string[];
  /** Names of middleware, guards and decorators that let only authenticated callers through, beside the common ones. */
  readonly required?: readonly string[];
  /** Decorators or calls with a guard list: `UseGuards(...HANDLERS)`. */
  readonly guardDecorators?: readonly string[];
}

/** How fixes write. Holes as in patterns. */
export interface Idioms {
  /** Sets a header field; a call on the receiver that is chained where `chains` says so. */
  readonly setHeader?: string;
  /**
   * The parameter by whose type a handler is given the response to set fields of, where what it returns is the body alone;
   * such a body may be any object of the program: `response: Response`.
   */
  readonly responseParameter?: string;
  /** Sets the Location field, where there is a shorter way than `setHeader`. */
  readonly setLocation?: string;
  /** True when the calls that set status and header fields give the response back. */
  readonly chains?: boolean;
  /** Sends the response without a body, at the end of a chain or alone: `RES.end()`. */
  readonly sendEmpty?: string;
  /** An empty body as an argument, where the framework wants one: `null`. */
  readonly emptyBody?: string;
  /** The URL of the request at hand as an expression, without a final slash: `REQ.originalUrl`. */
  readonly requestUrl?: string;
  /** True where paths end in a slash by custom, so that `requestUrl` has one and what is added behind it gets one. */
  readonly pathsEndInSlash?: boolean;
  /** Sends an error as JSON, for code that is written anew: `RES.status(STATUS).json(BODY)`. */
  readonly sendJson?: string;
  /** Keeps an error for what looks at errors later, and nothing else: `RES.Error(ERROR)`. */
  readonly keepError?: string;
  /** Sends an error as JSON and lets no handler that comes later run: `RES.AbortWithStatusJSON(STATUS, BODY)`. */
  readonly abortJson?: string;
  /** Sends an error as text, where that is how the library answers errors: `http.Error(RES, MESSAGE, STATUS)`. */
  readonly sendText?: string;
  /** Sets the status in a statement of its own: `RES.WriteHeader(STATUS)`. */
  readonly setStatus?: string;
  /** Keeps the next handler from running, and nothing else: `RES.Abort()`. */
  readonly stop?: string;
  /** What stands before the braces of a body: `gin.H`. */
  readonly object?: string;
}

/** Whether a module is one that a framework lists: `@nestjs/*` stands for `@nestjs/common`. */
export function isModule(listed: string, module: string): boolean {
  return listed.endsWith('*') ? module.startsWith(listed.slice(0, -1)) : listed === module;
}

/** Whether a text without an import of any server shows a framework as well as one would. */
export function isShownIn({ withoutImport, signs, shownBy }: Framework, text: string): boolean {
  return shownBy?.test(text) === true || (!withoutImport && signs?.test(text) === true);
}

/** Gives a framework's description back, so that a missing piece is a compile error in its file. */
export function framework(definition: Framework): Framework {
  return definition;
}

import type { Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { joinedPath } from '../code/paths.ts';
import { holesOf } from '../code/receivers.ts';
import { parameterStep, typedName } from '../code/typedNames.ts';
import type { Match } from '../events.ts';
import { nameOfRouter } from './routerNames.ts';
import { middlewareOf, type Routers } from './routers.ts';
import { pathsBefore, type WrittenMount } from './routing.ts';

/** A router that stands where a function takes it. */
interface Handed {
  readonly framework: string;
  readonly router: Expression;
  readonly to: Expression;
  readonly index: number;
}

/** The functions that are given a router to put their routes on: `routes.Users(r.Group("/users"))`, `r.Route("/users", users.Routes)`. */
export function handedRouters(
  context: FileContext,
  matches: readonly Match[],
  routers: Routers,
): readonly WrittenMount[] {
  if (!context.language.declaresTypes) return [];
  return [...givenToCalls(context), ...takenByGroups(matches)].flatMap(({ framework, router, to, index }) => {
    const named = typedName(context, to);
    if (!named || named.path.length === 0) return [];
    const share = routers.shareOfRouter(router, router.node);
    const chain = routers.chainOf(router).map((each) => nameOfRouter(context, each));
    const path = pathsBefore(context, share);
    return [
      {
        framework,
        router: chain.at(-1) ?? '',
        routers: chain,
        path: joinedPath(path, ''),
        hasPath: path !== '',
        replacesPrefix: false,
        at: router.node,
        middleware: middlewareOf(share),
        handlers: [to],
        mayBeMiddleware: false,
        within: context.functionAround(router.node)?.node,
        standsBeforeAll: false,
        handedTo: { source: named.source, path: [...named.path, parameterStep(index)] },
      },
    ];
  });
}

/** `routes.Users(api)`, `h.Register(e.Group("/users"), auth)` */
function* givenToCalls(context: FileContext): Iterable<Handed> {
  const { language, tree, compiled } = context;
  const frameworks = compiled.frameworks.filter((each) => each.routes && each.receivers?.APP && context.uses(each));
  if (frameworks.length === 0) return;
  for (const { start, end } of tree.spans) {
    for (const { index = 0 } of tree.text.slice(start, end).matchAll(/(?<=[\w\])]\(|, ?)[a-zA-Z]\w*(?=\s*[,)]|\.)/g)) {
      const token = tree.root.at(start + index);
      let given = token;
      while (given.parent && given.parent.start === token.start) given = given.parent;
      const call = given.parent?.parent && language.expression(given.parent.parent);
      if (call?.kind !== 'call') continue;
      const at = call.arguments.findIndex(({ value }) => value.node.start === token.start);
      const router = call.arguments[at]?.value;
      if (!router || (router.kind !== 'name' && router.kind !== 'call')) continue;
      const framework = frameworks.find((each) => holesOf(context, each).accepts('APP', router));
      if (framework) yield { framework: framework.name, router, to: call.callee, index: at };
    }
  }
}

/** The group that chi makes for a function of elsewhere. */
function* takenByGroups(matches: readonly Match[]): Iterable<Handed> {
  for (const { compiled, bindings, expression } of matches) {
    const taker = compiled.kind === 'groups' ? bindings.get('HANDLER') : undefined;
    if (taker?.kind !== 'expression' || !['name', 'member'].includes(taker.expression.kind)) continue;
    yield { framework: compiled.framework.name, router: expression, to: taker.expression, index: 0 };
  }
}

import { framework } from '../framework.ts';
import { flask } from './flask.ts';

/** Flask-RESTful, Flask-RESTX and what came before them. */
export const flaskRestful = framework({
  name: 'flask-restful',
  title: 'Flask-RESTful',
  family: 'python',
  side: 'server',
  imports: ['flask_restful', 'flask_restful.*', 'flask_restx', 'flask_restx.*', 'flask_restplus', 'flask_restplus.*'],
  receivers: {
    RES: flask.receivers?.RES ?? { names: [] },
    API: {
      names: ['api', 'ns', 'namespace', 'rest_api'],
      made: ['Api(...REST)', 'Namespace(...REST)', 'API.namespace(...REST)'],
    },
    APP: { names: ['app', 'application', 'bp', 'blueprint'], made: ['Flask(...REST)', 'Blueprint(...REST)'] },
  },
  set: flask.set ?? [],
  make: ['return BODY, CODE, HEADERS', 'return BODY, CODE', ['return DATA', { inHandlers: true }]],
  raiseNow: ['abort(STATUS, MESSAGE?, *_, message=BODY?)', 'API.abort(code=STATUS, message=MESSAGE?)'],
  declare: [
    '@ANY.response(code=STATUS, description=PHRASE?)',
    '@ANY.marshal_with(MODEL, *_, code=STATUS)',
    '@ANY.marshal_list_with(MODEL, *_, code=STATUS)',
  ],
  read: ['@ANY.errorhandler(STATUS)'],
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200 },
  routes: ['API.add_resource(HANDLER, PATH, ...REST)'],
  // functions beside the classes: `@app.route('/health')`
  routeDecorators: flask.routeDecorators ?? [],
  mounts: ['Api(APP, *_, prefix=PATH?)', ['API.add_namespace(ns=HANDLER, path=PATH?)', { replacesPrefix: true }]],
  prefixes: ['Namespace(name=ANY_NAME, *_, path=PATH)', 'API.namespace(name=ANY_NAME, *_, path=PATH)'],
  prefixDecorators: ['ANY.route(PATH, ...REST)'],
  handlerClasses: { bases: /Resource$/, methods: 'METHOD', guards: ['method_decorators', 'decorators'] },
  idioms: { emptyBody: "''", requestUrl: 'request.path', sendJson: 'return BODY, STATUS' },
});

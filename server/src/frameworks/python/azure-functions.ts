import { framework } from '../framework.ts';

export const azureFunctions = framework({
  name: 'azure-functions',
  title: 'Azure Functions',
  family: 'python',
  side: 'server',
  imports: ['azure.functions'],
  make: ['HttpResponse(body=BODY?, *_, status_code=STATUS?, headers=HEADERS?)'],
  defaultStatus: { any: 200 },
  routeDecorators: ['@ANY.route(route=PATH, *_, methods=METHODS?)'],
  idioms: {
    sendEmpty: 'func.HttpResponse(status_code=STATUS)',
    requestUrl: 'req.url',
    sendJson: 'func.HttpResponse(json.dumps(BODY), status_code=STATUS)',
  },
});

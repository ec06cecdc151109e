import { framework } from '../framework.ts';

/** Routes say what they return beside the function that handles them; an error is written as its text. */
export const goRestful = framework({
  name: 'go-restful',
  title: 'go-restful',
  family: 'go',
  side: 'server',
  imports: ['github.com/emicklei/go-restful', 'github.com/emicklei/go-restful/v3'],
  receivers: {
    RES: {
      names: ['resp', 'response', 'res', 'rsp'],
      types: ['Response'],
      made: ['restful.NewResponse(WRITER)'],
    },
    REQ: { names: ['req', 'request'], types: ['Request'] },
    APP: { names: ['ws', 'webService', 'service'], types: ['WebService'], made: ['new(restful.WebService)'] },
  },
  set: [
    'RES.AddHeader(NAME, VALUE)',
    'RES.Header().Set(NAME, VALUE)',
    'RES.Header().Add(NAME, VALUE)',
    'RES.Write(BODY)',
  ],
  send: [
    'RES.WriteHeader(STATUS)',
    'RES.WriteError(STATUS, BODY)',
    'RES.WriteErrorString(STATUS, BODY)',
    'RES.WriteServiceError(STATUS, BODY)',
    'RES.WriteHeaderAndEntity(STATUS, BODY)',
    'RES.WriteHeaderAndJson(STATUS, BODY, TYPE)',
    'RES.WriteHeaderAndXml(STATUS, BODY)',
    'RES.WriteEntity(BODY)',
    'RES.WriteAsJson(BODY)',
    'RES.WriteAsXml(BODY)',
    'RES.WriteJson(BODY, TYPE)',
  ],
  declare: ['ROUTE.Returns(STATUS, ...DETAILS)'],
  completes: 'write',
  defaultStatus: { any: 200 },
  routes: ['APP.METHOD(PATH).To(HANDLER)'],
  idioms: {
    setHeader: 'RES.AddHeader(NAME, VALUE)',
    setStatus: 'RES.WriteHeader(STATUS)',
    sendEmpty: 'RES.WriteHeader(STATUS)',
    sendText: 'RES.WriteErrorString(STATUS, MESSAGE)',
  },
});

import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** Pairs that look alike in Go: what is right says nothing, what is wrong stands beside it and is found. */
const cases: readonly GoCase[] = [
  {
    name: 'what is answered where the body could not be written, and where nothing kept from writing it',
    imports: ['encoding/json', 'net/http'],
    source: `func health(w http.ResponseWriter, r *http.Request) {
	found := look(r)
	if found.Failing {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if err := json.NewEncoder(w).Encode(found); err != nil {
		http.Error(w, "It cannot be told", http.StatusInternalServerError)
	}
}

func list(w http.ResponseWriter, r *http.Request) {
	found, err := all(r)
	if err != nil {
		http.Error(w, "They cannot be listed", http.StatusInternalServerError)
	}
	if err := json.NewEncoder(w).Encode(found); err != nil {
		http.Error(w, "It cannot be told", http.StatusInternalServerError)
	}
}
`,
    findings: ['14 response-after-response'],
  },
  {
    name: 'fields whose value is bytes, and what answers other methods behind the router that sets Allow',
    imports: ['github.com/valyala/fasthttp', 'github.com/fasthttp/router'],
    source: `func move(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(fasthttp.StatusFound)
	ctx.Response.Header.SetBytesV(fasthttp.HeaderLocation, place(ctx))
}

func moveOn(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(fasthttp.StatusFound)
	ctx.Response.Header.SetBytesKV(headerLocation, place(ctx))
}

func stay(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(fasthttp.StatusFound)
}

func refuse(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(fasthttp.StatusMethodNotAllowed)
	ctx.SetBodyString("Not that way")
}

func refuseByItself(ctx *fasthttp.RequestCtx) {
	ctx.SetStatusCode(fasthttp.StatusMethodNotAllowed)
	ctx.SetBodyString("Not that way")
}

func routes() *router.Router {
	r := router.New()
	r.MethodNotAllowed = refuse
	return r
}
`,
    findings: ['12 location-on-redirect', '21 allow-on-405'],
  },
  {
    name: 'keys that are drawn and the ways there are to log in fail for no fault of the caller',
    imports: ['net/http'],
    source: `func prepare(w http.ResponseWriter, r *http.Request) {
	ways, err := stores.LoginSources().List(r.Context(), listed)
	if err != nil {
		http.Error(w, "No ways to log in", http.StatusInternalServerError)
		return
	}
	key, err := rnd.AuthKey(library.Name)
	if err != nil {
		http.Error(w, "No key", http.StatusInternalServerError)
		return
	}
	reader, err := tokens.VerifyToken(r.Header.Get("Authorization"))
	if err != nil {
		http.Error(w, "No reader", http.StatusInternalServerError)
		return
	}
	show(w, ways, key, reader)
}
`,
    findings: ['14 client-fault-is-4xx'],
  },
];

reportedOfGo('what looks alike in Go', cases, []);

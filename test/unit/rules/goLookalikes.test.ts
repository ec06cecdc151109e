import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** Pairs that look alike in Go: what is right says nothing, what is wrong stands beside it and is found. */
const cases: readonly GoCase[] = [
  {
    name: 'a helper that chooses the status is told of the body where it does, and nobody who calls it',
    imports: ['net/http', 'github.com/gin-gonic/gin'],
    source: `func show(c *gin.Context) {
	if c.Param("isbn") == closed {
		refuse(c)
		return
	}
	if c.Param("isbn") == gone {
		c.AbortWithStatus(http.StatusGone)
		return
	}
	c.JSON(http.StatusOK, shelf)
}

func refuse(c *gin.Context) {
	c.AbortWithStatus(http.StatusGone)
}
`,
    findings: ['7 error-body', '14 error-body'],
  },
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
  {
    name: 'a status that a state asks for has its body behind it; what failed does not go on',
    imports: ['encoding/json', 'net/http'],
    source: `func (d *Desk) health(w http.ResponseWriter, r *http.Request) {
	health := d.check(r.Context())
	if health.Status == failing {
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if err := json.NewEncoder(w).Encode(health); err != nil {
		http.Error(w, "the health was not written", http.StatusInternalServerError)
	}
}
func (d *Desk) list(w http.ResponseWriter, r *http.Request) {
	books, err := d.shelf.Search(r.Context())
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
	if err := json.NewEncoder(w).Encode(books); err != nil {
		http.Error(w, "the books were not written", http.StatusInternalServerError)
	}
}
`,
    findings: ['14 response-after-response'],
  },
  {
    name: 'what makes a thing or changes it may be a PUT; what only makes one, where no route is known, is a POST',
    imports: ['encoding/json', 'net/http'],
    source: `func (d *Desk) keep(w http.ResponseWriter, r *http.Request) {
	created, err := d.shelf.Save(r.Context(), r.FormValue(":name"))
	if err != nil {
		http.Error(w, "not kept", http.StatusInternalServerError)
		return
	}
	if created {
		w.WriteHeader(http.StatusCreated)
	} else {
		w.WriteHeader(http.StatusOK)
	}
	json.NewEncoder(w).Encode(created)
}
func (d *Desk) add(w http.ResponseWriter, r *http.Request) {
	book, err := d.shelf.Create(r.Context(), r.Body)
	if err != nil {
		http.Error(w, "not added", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
	json.NewEncoder(w).Encode(book)
}
`,
    findings: ['20 location-on-201'],
  },
  {
    name: 'the text of a refusal that cannot be made is a refusal still; an error told by its type is one that is known',
    imports: ['encoding/json', 'net/http', 'fmt'],
    source: `func (d *Desk) refuse(w http.ResponseWriter, r *http.Request) {
	body, err := json.Marshal(d.wanted(r))
	if err != nil {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusForbidden)
	w.Write(body)
}
func (d *Desk) move(w http.ResponseWriter, r *http.Request) {
	if err := d.shelf.Move(r.Context()); err != nil {
		switch failed := err.(type) {
		case *ShelfError:
			http.Error(w, failed.Error(), http.StatusInternalServerError)
		default:
			http.Error(w, failed.Error(), http.StatusInternalServerError)
		}
		return
	}
	fmt.Fprint(w, "moved")
}
`,
    findings: ['17 error-detail-leak'],
  },
  {
    name: 'that what is there stays as it is, is no conflict; that there is one already is',
    imports: ['github.com/gin-gonic/gin'],
    source: `func setMarks(c *gin.Context) {
	shelf, exists := desk.GetShelf(c.Param("name"))
	if exists && c.Query("marks") != "" {
		c.JSON(400, gin.H{"error": "can't update the marks of an existing shelf"})
		return
	}
	if exists {
		c.JSON(400, gin.H{"error": "the shelf exists already"})
		return
	}
	c.JSON(200, shelf)
}
`,
    findings: ['8 conflict-is-409'],
  },
  {
    name: 'what a page of errors shows to developers alone it does not leak',
    imports: ['net/http', 'html/template'],
    source: `type page struct {
	Status int
	Cause  string
	Text   string
}
type pages struct {
	debug bool
	view  *template.Template
}
func (p *pages) show(w http.ResponseWriter, given page) {
	w.WriteHeader(given.Status)
	p.view.Execute(w, map[string]any{"Message": p.textOf(given.Cause, given.Text)})
}
func (p *pages) textOf(cause, text string) string {
	if p.debug {
		return cause
	}
	return text
}
func (p *pages) showAll(w http.ResponseWriter, given page) {
	w.WriteHeader(given.Status)
	p.view.Execute(w, map[string]any{"Message": p.joined(given.Cause, given.Text)})
}
func (p *pages) joined(cause, text string) string {
	return text + ": " + cause
}
func (p *pages) serve(w http.ResponseWriter, r *http.Request) {
	if err := p.view.Check(r); err != nil {
		p.show(w, page{Status: http.StatusBadGateway, Cause: err.Error(), Text: "no such page"})
		return
	}
	if err := p.view.Prepare(r); err != nil {
		p.showAll(w, page{Status: http.StatusBadGateway, Cause: err.Error(), Text: "no such page"})
		return
	}
}
`,
    findings: ['33 error-detail-leak'],
  },
  {
    name: 'fields that are set on a header beside the response, or by their keys',
    imports: ['net/http'],
    source: `func (d *Desk) add(w http.ResponseWriter, r *http.Request, fields http.Header) {
	fields.Set("Location", r.URL.String())
	w.WriteHeader(http.StatusCreated)
}
func (d *Desk) put(w http.ResponseWriter, r *http.Request) {
	fields := w.Header()
	fields["Location"] = []string{r.URL.String()}
	w.WriteHeader(http.StatusCreated)
}
func (d *Desk) keep(w http.ResponseWriter, r *http.Request) {
	fields := w.Header()
	fields.Set("ETag", d.mark)
	w.WriteHeader(http.StatusCreated)
}
`,
    findings: ['13 location-on-201'],
  },
  {
    name: 'a login that fails otherwise than by what was shown is no fault of the caller',
    imports: ['net/http', 'errors'],
    source: `func (d *Desk) open(w http.ResponseWriter, r *http.Request) {
	err := d.sessions.Login(w, r)
	var refused *sessions.InvalidCredentialsError
	if errors.As(err, &refused) {
		http.Error(w, "not you", http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "the desk failed", http.StatusInternalServerError)
		return
	}
	if err := d.tokens.VerifyToken(r.Header.Get("Authorization")); err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	show(w, r)
}
`,
    findings: ['13 client-fault-is-4xx'],
  },
];

reportedOfGo('what looks alike in Go', cases, []);

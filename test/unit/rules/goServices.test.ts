import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** Go handlers above layers of the project's own, and what is reported: the line of the handler, the rule. */
const cases: readonly GoCase[] = [
  {
    name: 'whether an error is of a type says nothing of what was looked up',
    imports: ['github.com/julienschmidt/httprouter'],
    source: `func shelf(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	found, err := desk.GetShelf(ps.ByName("shelf"))
	if err != nil {
		partial, ok := err.(desk.PartialError)
		if !ok {
			http.Error(w, "the desk failed", http.StatusBadGateway)
			return
		}
		desk.Log(partial)
	}
	fmt.Fprint(w, found)
}`,
    findings: [],
  },
  {
    name: 'an error that is asserted to be of a type says what it is meant to say',
    source: `func load(w http.ResponseWriter, r *http.Request) {
	if err := desk.Load(r); err != nil {
		if failed, ok := err.(*loadError); ok {
			http.Error(w, failed.Error(), http.StatusInternalServerError)
			return
		}
		if full, ok := errors.AsType[*fullError](err); ok {
			http.Error(w, full.Error(), http.StatusInsufficientStorage)
			return
		}
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}`,
    findings: ['11 error-detail-leak'],
  },
  {
    name: 'what the request names is no setting, though it is called env',
    imports: ['github.com/gin-gonic/gin'],
    source: `func snippets(c *gin.Context) {
	env, err := desk.GetEnvironmentByID(c, c.Param("id"))
	if err != nil {
		c.JSON(404, gin.H{"error": "there is no such environment"})
		return
	}
	if env.KeyID == nil {
		c.JSON(400, gin.H{"error": "the environment has no key configured"})
		return
	}
	c.JSON(200, env)
}`,
    findings: [],
  },
  {
    name: 'an error whose text is replaced where the status is that of a failure is kept',
    imports: ['github.com/gin-gonic/gin'],
    source: `func trigger(c *gin.Context) {
	if err := desk.Trigger(c); err != nil {
		status := http.StatusInternalServerError
		if errors.Is(err, desk.ErrNone) {
			status = http.StatusNotFound
		}
		text := err.Error()
		if status == http.StatusInternalServerError {
			text = "the desk failed"
		}
		c.JSON(status, gin.H{"error": text})
		return
	}
	c.Status(204)
}`,
    findings: [],
  },
  {
    name: 'who is asked for a second factor may be known, and what a model says is no resource',
    imports: ['github.com/gin-gonic/gin'],
    source: `func routes(r *gin.Engine) { r.POST("/chat", complete) }
func confirm(c *gin.Context) {
	if err := phones.VerifyOTP(c.PostForm("phone"), c.PostForm("code")); err != nil {
		c.JSON(403, gin.H{"error": "the code is wrong"})
		return
	}
	c.Status(204)
}
func complete(c *gin.Context) {
	answer, err := model.CreateChatCompletion(c, question)
	if err != nil {
		c.JSON(502, gin.H{"error": "the model is silent"})
		return
	}
	c.JSON(200, answer)
}`,
    findings: [],
  },
  {
    name: 'nobody sees a field of a small letter, nor an error that others put into words',
    source: `type localized struct { err error; Message string }
func localize(err error) *localized { return &localized{err: err, Message: "failed"} }
func renderPage(w http.ResponseWriter, code int, err error, message string) {
	page := page{Error: localize(err), Success: message}
	w.WriteHeader(code)
	pages.Execute(w, page)
}
func render(w http.ResponseWriter, code int, err error, message string) {
	renderPage(w, code, err, message)
}
func keep(w http.ResponseWriter, r *http.Request) {
	if err := desk.Keep(r); err != nil {
		render(w, http.StatusInternalServerError, err, "")
		return
	}
	render(w, http.StatusOK, nil, "kept")
}`,
    findings: [],
  },
  {
    name: 'what is set before a function answers on what it is given, or finds around it, is set; a token against forgery shows not who calls',
    source: `func check(w http.ResponseWriter, r *http.Request) {
	refuse := func(code int) {
		http.Error(w, "no", code)
	}
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set(desk.ChallengeField, realm)
		refuse(http.StatusUnauthorized)
	}
}
func (d *door) slow(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "slower", http.StatusTooManyRequests)
}
func (d *door) limit(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", d.delay())
	d.slow(w, r)
}
func kept(w http.ResponseWriter, r *http.Request, shelf Shelf) {
	w.WriteHeader(http.StatusCreated)
	fmt.Fprint(w, shelf)
}
func keep(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Location", "/shelves/1")
	kept(w, r, shelf)
}
func verifyCSRF(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := validateToken(r.Header.Get(field)); err != nil {
			http.Error(w, "forged", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
func (d *door) full(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "full", http.StatusTooManyRequests)
}
func (d *door) enter(w http.ResponseWriter, r *http.Request) {
	d.full(w, r)
}`,
    findings: ['35 retry-after-on-503'],
  },
  {
    name: 'a status that is put into the context of the request is that of what is rendered',
    imports: ['context', 'github.com/go-chi/render'],
    source: `func send(w http.ResponseWriter, r *http.Request, err error, message string, code int) {
	var said string
	if errors.Is(err, desk.ErrNone) {
		said = "there is none"
	} else if err != nil {
		said = err.Error()
	}
	ctx := context.WithValue(r.Context(), render.StatusCtxKey, code)
	render.JSON(w, r.WithContext(ctx), answer{Error: said, Message: message})
}
func list(w http.ResponseWriter, r *http.Request) {
	shelves, err := desk.Shelves(10)
	if err != nil {
		send(w, r, err, "", http.StatusInternalServerError)
		return
	}
	if desk.IsFull() {
		send(w, r, nil, "later", http.StatusTooManyRequests)
		return
	}
	render.JSON(w, r, shelves)
}`,
    findings: ['14 error-detail-leak', '18 retry-after-on-503'],
  },
  {
    name: 'what a struct holds by the order of its fields is said by whoever writes the struct, and an encoder may have a name',
    imports: ['encoding/json'],
    source: `type failure struct {
	Code int
	Text string
	Err  error
}
func write(w http.ResponseWriter, failed *failure) {
	w.WriteHeader(failed.Code)
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	_ = encoder.Encode(&answer{Text: failed.Text, Details: capitalize(failed.Err.Error())})
}
func fail(w http.ResponseWriter, code int, text string, err error) {
	write(w, &failure{code, text, err})
}
func open(w http.ResponseWriter, r *http.Request) {
	if err := desk.Open(r); err != nil {
		fail(w, http.StatusInternalServerError, "not opened", err)
		return
	}
	fail(w, http.StatusInternalServerError, "not opened", nil)
}`,
    findings: ['17 error-detail-leak'],
  },
  {
    name: 'secrets that are compared in constant time show who calls, and what exists is there',
    imports: ['crypto/subtle', 'os', 'github.com/gin-gonic/gin'],
    source: `func guard(c *gin.Context) {
	if subtle.ConstantTimeCompare([]byte(c.GetHeader("X-Token")), []byte(token)) != 1 {
		c.AbortWithStatusJSON(403, gin.H{"error": "who are you?"})
		return
	}
	if subtle.ConstantTimeCompare([]byte(c.GetHeader("X-Signature")), sum) == 0 {
		c.AbortWithStatusJSON(403, gin.H{"error": "who wrote that?"})
		return
	}
	c.Next()
}
func rename(c *gin.Context) {
	if err := group.Wait(); err != nil {
		if errors.Is(err, os.ErrExist) {
			c.JSON(400, gin.H{"error": "there is one already"})
			return
		}
		c.JSON(500, gin.H{"error": "not renamed"})
		return
	}
	c.Status(204)
}`,
    findings: ['3 unauthorized-for-anonymous', '15 conflict-is-409'],
  },
  {
    name: 'a struct may be given another status before it is sent, and whose token it is, is asked once it was found good',
    source: `type answer struct {
	Code int
	Text string
}
func write(w http.ResponseWriter, said answer) {
	w.WriteHeader(said.Code)
	fmt.Fprint(w, said.Text)
}
func authenticate(w http.ResponseWriter, r *http.Request) {
	said := answer{Code: http.StatusInternalServerError, Text: "it is me"}
	var given request
	if err := json.NewDecoder(r.Body).Decode(&given); err != nil {
		said.Code = http.StatusBadRequest
		write(w, said)
		return
	}
	write(w, said)
}
func decode(w http.ResponseWriter, r *http.Request) {
	said := answer{Code: http.StatusInternalServerError, Text: "it is me"}
	var given request
	if err := json.NewDecoder(r.Body).Decode(&given); err != nil {
		write(w, said)
		return
	}
}
func own(w http.ResponseWriter, r *http.Request) {
	hostID, err := desk.VerifyHostToken(r.Header.Get("X-Token"))
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if hostID != r.PathValue("host") {
		http.Error(w, "not yours", http.StatusForbidden)
	}
}`,
    findings: ['20 client-fault-is-4xx', '30 www-authenticate-on-401'],
  },
  {
    name: 'a page that is given nothing is a page, and a row that is not there is changed by nobody',
    imports: ['github.com/gofiber/fiber/v3'],
    source: `func missing(c fiber.Ctx) error {
	return c.Status(fiber.StatusNotFound).Render("404", nil)
}
func remove(c fiber.Ctx) error {
	if err := d.userRepo.DeleteUser(c.Params("id")); err != nil {
		return c.Status(fiber.StatusNotFound).JSON(fiber.Map{"message": "User not found"})
	}
	return c.SendStatus(fiber.StatusNoContent)
}
func close(c fiber.Ctx) error {
	if err := d.userRepo.DeleteUser(c.Params("id")); err != nil {
		return c.Status(fiber.StatusNotFound).JSON(fiber.Map{"message": "not closed"})
	}
	return c.SendStatus(fiber.StatusNoContent)
}`,
    findings: ['12 server-fault-is-5xx'],
  },
  {
    name: 'what is tried where a response could not be written comes behind none, and a probe asks again by itself',
    imports: ['github.com/emicklei/go-restful/v3'],
    source: `func purge(req *restful.Request, resp *restful.Response) {
	if !desk.IsOpen() {
		err := resp.WriteErrorString(http.StatusConflict, "closed")
		if err != nil {
			resp.WriteHeader(http.StatusInternalServerError)
		}
		return
	}
	resp.WriteAsJson(desk.Purge())
}
func checkReady(req *restful.Request, resp *restful.Response) {
	if !desk.IsOpen() {
		resp.WriteErrorString(http.StatusServiceUnavailable, "closed")
	}
}
func open(req *restful.Request, resp *restful.Response) {
	if !desk.IsOpen() {
		resp.WriteErrorString(http.StatusServiceUnavailable, "closed")
	}
}`,
    findings: ['18 retry-after-on-503'],
  },
  {
    name: 'what may not be done with a key blames no key that was shown',
    source: `func remove(w http.ResponseWriter, r *http.Request, user models.User) {
	key, ok := desk.Key(r.PathValue("key"))
	if !ok {
		http.Error(w, "no such key", http.StatusNotFound)
		return
	}
	if key.OwnerID != user.Id {
		http.Error(w, "No permission to delete this API key", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}`,
    findings: ['8 forbidden-for-authenticated'],
  },
];

reportedOfGo('what is reported of Go handlers above services', cases, ['errors', 'fmt', 'net/http']);

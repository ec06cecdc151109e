import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** What Go responses tell of errors, and what is reported: the line of the handler, the rule. */
const cases: readonly GoCase[] = [
  {
    name: 'what a helper says of the error it is given is said, whatever writes it in the end',
    source: `func sendJSON(w http.ResponseWriter, code int, err error, details string) {
	w.WriteHeader(code)
	rest.RenderJSON(w, rest.JSON{"error": err.Error(), "details": details})
}
func sendText(w http.ResponseWriter, code int, text string) {
	w.WriteHeader(code)
	body := struct {
		Message string
	}{Message: text}
	written, _ := json.Marshal(body)
	w.Write(written)
}
func (s *Shelves) fail(w http.ResponseWriter, code int, err error) {
	http.Error(w, "failed: "+err.Error(), code)
}
func (s *Shelves) list(w http.ResponseWriter, r *http.Request) {
	shelves, err := s.db.Shelves()
	if err != nil {
		sendJSON(w, 500, err, "no shelves")
		return
	}
	if err := s.db.Count(shelves); err != nil {
		sendText(w, 500, err.Error())
		return
	}
	if err := s.db.Sort(shelves); err != nil {
		s.fail(w, 500, err)
		return
	}
	if len(shelves) == 0 {
		sendJSON(w, 500, errors.New("there is no shelf"), "no shelves")
		return
	}
	fmt.Fprint(w, shelves)
}`,
    findings: ['19 error-detail-leak', '23 error-detail-leak', '27 error-detail-leak'],
  },
  {
    name: 'a helper may keep to itself what it is told of faults of the server',
    source: `func fail(w http.ResponseWriter, code int, err error) {
	if code < 500 {
		http.Error(w, err.Error(), code)
		return
	}
	http.Error(w, "something went wrong", code)
}
func list(w http.ResponseWriter, r *http.Request) {
	shelves, err := db.Shelves()
	if err != nil {
		fail(w, 500, err)
		return
	}
	fmt.Fprint(w, shelves)
}`,
    findings: [],
  },
  {
    name: 'what fills a format is said with it',
    source: `func list(c *gin.Context) {
	shelves, err := store.Shelves(c)
	if err != nil {
		c.String(http.StatusInternalServerError, "shelves: %s", err)
		return
	}
	c.JSON(http.StatusOK, shelves)
}
func show(w http.ResponseWriter, r *http.Request) {
	shelf, err := store.Shelf(r.Context())
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		fmt.Fprintf(w, "%s: %v", shelf.Name, err)
		return
	}
	fmt.Fprint(w, shelf.Name)
}`,
    findings: ['4 error-detail-leak', '12 error-detail-leak'],
  },
  {
    name: 'an error may be called anything, or be a part of what a query gives',
    source: `func keep(c *gin.Context) {
	stored := cache.Set(c, "shelf", 1)
	if failedToKeep := stored.Err(); failedToKeep != nil {
		c.JSON(500, gin.H{"error": failedToKeep.Error()})
		return
	}
	if result := db.Create(&shelf); result.Error != nil {
		c.JSON(500, gin.H{"error": result.Error.Error()})
		return
	}
	c.JSON(200, gin.H{"kept": true})
}`,
    findings: ['4 error-detail-leak', '8 error-detail-leak'],
  },
  {
    name: 'texts about errors are no errors, wherever they stand',
    source: `const storageError = "the storage failed"
func keep(w http.ResponseWriter, r *http.Request) {
	if err := store.Keep(r.Context()); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		w.Write([]byte(storageError))
		return
	}
	if err := store.Sync(r.Context()); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		w.Write([]byte(textOfAnotherFileError))
		return
	}
	fmt.Fprint(w, "kept")
}`,
    findings: [],
  },
  {
    name: 'what a caller keeps to itself is not said',
    source: `func (a *API) borrow(w http.ResponseWriter, r *http.Request) {
	book, status, err := a.find(r.PathValue("id"))
	if err != nil {
		log.Print(err)
		http.Error(w, "the book cannot be had", status)
		return
	}
	fmt.Fprint(w, book.Title)
}
func (a *API) find(id string) (*Book, int, error) {
	book, err := a.shelf.Book(id)
	if err != nil {
		return nil, http.StatusInternalServerError, err
	}
	return book, 0, nil
}`,
    findings: [],
  },
  {
    name: 'what a helper marshals and writes by a format is what it was given',
    source: `func answer(w http.ResponseWriter, body interface{}, code int) {
	text, err := json.MarshalIndent(body, "", "  ")
	if err != nil {
		http.Error(w, "no answer", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(code)
	fmt.Fprintf(w, "%s", text)
}
func list(w http.ResponseWriter, r *http.Request) {
	shelves, err := desk.Shelves()
	if err != nil {
		answer(w, desk.Answer{Message: err.Error()}, http.StatusInternalServerError)
		return
	}
	answer(w, shelves, http.StatusOK)
}
func check(w http.ResponseWriter, r *http.Request) {
	if err := desk.Check(r); err != nil {
		answer(w, desk.Answer{Success: false, Message: err.Error()}, http.StatusOK)
		return
	}
	answer(w, desk.Answer{Success: true}, http.StatusOK)
}`,
    findings: ['13 error-detail-leak', '20 error-in-success'],
  },
  {
    name: 'what is put into a body before it is sent is said, unless another branch does',
    source: `func fail(c *gin.Context, code int, text string, more ...gin.H) {
	body := gin.H{}
	if len(more) > 0 {
		body = more[0]
	}
	body["said"] = text
	c.JSON(code, body)
}
func list(c *gin.Context) {
	shelves, err := desk.Shelves()
	if err != nil {
		fail(c, 500, "no shelves: "+err.Error())
		return
	}
	var answer Answer
	if err := desk.Sort(shelves); err != nil {
		answer.Error = err.Error()
		c.JSON(500, answer)
		return
	}
	if err := desk.Count(shelves); err != nil {
		if loud {
			answer.Error = err.Error()
		}
		c.JSON(500, answer)
		return
	}
	if len(shelves) == 0 {
		fail(c, 500, "there is none")
		return
	}
	c.JSON(200, shelves)
}`,
    findings: ['12 error-detail-leak', '18 error-detail-leak'],
  },
  {
    name: 'an error of a type that was asked for says what it is meant to say',
    source: `func load(c *gin.Context) {
	err := desk.Load(c)
	var loading *desk.LoadingError
	if !errors.As(err, &loading) {
		c.JSON(500, gin.H{"error": err.Error()})
		return
	}
	c.JSON(500, gin.H{"error": loading.Error()})
}
func find(c *gin.Context) {
	if err := desk.Find(c, c.Query("shelf")); errors.Is(err, errConflictingNames) {
		c.JSON(400, gin.H{"error": "which of them?"})
		return
	}
	c.JSON(200, nil)
}`,
    findings: ['5 error-detail-leak'],
  },
  {
    name: 'what words an answer of an error tells it, unless it does so for those alone that it knows',
    source: `func errorResponse(err error) gin.H {
	return gin.H{"error": err.Error()}
}
func newAnswer(err error) Answer {
	answer := Answer{}
	switch known := err.(type) {
	case *DeskError:
		answer.Error = known.Title
	default:
		answer.Error = known.Error()
	}
	return answer
}
func quiet(err error) gin.H {
	if errors.Is(err, errClosed) {
		return gin.H{"error": err.Error()}
	}
	return gin.H{"error": "something"}
}
func list(c *gin.Context) {
	shelves, err := desk.Shelves()
	if err != nil {
		c.JSON(500, errorResponse(err))
		return
	}
	if err := desk.Sort(shelves); err != nil {
		c.JSON(500, newAnswer(err))
		return
	}
	if err := desk.Count(shelves); err != nil {
		c.JSON(500, quiet(err))
		return
	}
	if len(shelves) == 0 {
		c.JSON(500, errorResponse(errors.New("there is none")))
		return
	}
	if answer, ok := desk.Answer().(gin.H); ok {
		if e, ok := answer["error"].(string); ok {
			c.JSON(500, gin.H{"error": e})
			return
		}
	}
	if err := desk.Close(); err != nil {
		c.JSON(500, gin.H{"error": strings.TrimSpace(err.Error())})
		return
	}
	c.JSON(200, shelves)
}`,
    findings: ['23 error-detail-leak', '27 error-detail-leak', '45 error-detail-leak'],
  },
  {
    name: 'an error that a name is given anew is another, and all that fills a format is said',
    source: `func fail(w http.ResponseWriter, code int, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	http.Error(w, text, code)
}
func open(w http.ResponseWriter, r *http.Request) {
	shelf, err := desk.Shelf(r.Context())
	if errors.Is(err, errClosed) {
		if shelf, err = desk.Open(r.Context()); err != nil {
			fail(w, 500, err.Error())
			return
		}
	}
	if err := desk.Sort(shelf); err != nil {
		fail(w, 500, "%s is unsorted: %s", shelf.Name, err)
		return
	}
	if err := desk.Mark(shelf); err != nil {
		fail(w, 500, translator.T("unmarked: {{why}}", map[string]any{"why": err.Error()}))
		return
	}
	fmt.Fprint(w, shelf)
}`,
    findings: ['9 error-detail-leak', '14 error-detail-leak', '18 error-detail-leak'],
  },
  {
    name: 'errors that handlers give back are written by what calls them: what these say of theirs is said',
    source: `type DeskError struct {
	Status int
	Text   string
}
func (e DeskError) Error() string { return e.Text }
func NewDeskError(status int, err error) DeskError {
	return DeskError{Status: status, Text: err.Error()}
}
func handle(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			var failed DeskError
			if errors.As(err, &failed) {
				w.WriteHeader(failed.Status)
				fmt.Fprint(w, failed.Error())
				return
			}
			http.Error(w, "something failed", 500)
		}
	}
}
func list(w http.ResponseWriter, r *http.Request) error {
	shelves, err := desk.Shelves(r.Context())
	if err != nil {
		return NewDeskError(500, err)
	}
	if err := desk.Sort(shelves); err != nil {
		return DeskError{Status: 500, Text: "unsorted: " + err.Error()}
	}
	if len(shelves) == 0 {
		return NewDeskError(500, errors.New("there is none"))
	}
	return nil
}`,
    findings: ['25 error-detail-leak', '28 error-detail-leak'],
  },
  {
    name: 'what calls a handler may keep to itself what its errors say',
    source: `type DeskError struct {
	Status int
	Text   string
}
func (e DeskError) Error() string { return e.Text }
type handler func(w http.ResponseWriter, r *http.Request) error
func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var failed DeskError
	if errors.As(err, &failed) {
		http.Error(w, http.StatusText(failed.Status), failed.Status)
		return
	}
	if err != nil {
		http.Error(w, "something failed", 500)
	}
}
func list(w http.ResponseWriter, r *http.Request) error {
	if err := desk.Check(r.Context()); err != nil {
		return DeskError{Status: 500, Text: err.Error()}
	}
	return nil
}`,
    findings: [],
  },
  {
    name: 'what is rendered as it is says its fields, but those that are left out',
    imports: ['github.com/go-chi/render'],
    source: `type failure struct {
	Err    error  \`json:"-"\`
	Status int    \`json:"-"\`
	Text   string \`json:"text"\`
}
func (f *failure) Render(w http.ResponseWriter, r *http.Request) error {
	render.Status(r, f.Status)
	return nil
}
func failed(err error) render.Renderer {
	return &failure{Err: err, Status: http.StatusInternalServerError, Text: err.Error()}
}
func closed(err error) render.Renderer {
	return &failure{Err: err, Status: http.StatusInternalServerError, Text: "the desk is closed"}
}
func refused(err error) render.Renderer {
	return &failure{Err: err, Status: http.StatusBadRequest, Text: err.Error()}
}`,
    findings: ['11 error-detail-leak'],
  },
];

reportedOfGo(
  'what is reported of what Go responses tell of errors',
  cases,
  ['errors', 'fmt', 'net/http', 'strings'],
  ['github.com/gin-gonic/gin'],
);

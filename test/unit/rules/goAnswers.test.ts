import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** Go handlers whose answers others put together or write, and what is reported: the line of the handler, the rule. */
const cases: readonly GoCase[] = [
  {
    name: 'what is rendered says its status itself, or by what it embeds, wherever it is made',
    imports: ['github.com/go-chi/chi/v5', 'github.com/go-chi/render'],
    source: `type Envelope struct {
	StatusCode int \`json:"-"\`
}
func (e Envelope) Render(w http.ResponseWriter, r *http.Request) error {
	render.Status(r, e.StatusCode)
	return nil
}
type Reply struct {
	Envelope
	OK      bool   \`json:"ok"\`
	Message string \`json:"message"\`
	Data    any    \`json:"data"\`
}
func refused(message string, code int) Reply {
	return Reply{Message: message, Envelope: Envelope{StatusCode: code}}
}
func replied(data any, code int) Reply {
	return Reply{OK: true, Data: data, Envelope: Envelope{StatusCode: code}}
}
func routes(r chi.Router) {
	r.Post("/books", add)
	r.Get("/books/{id}", show)
}
func add(w http.ResponseWriter, r *http.Request) {
	var book Book
	if err := json.NewDecoder(r.Body).Decode(&book); err != nil {
		_ = render.Render(w, r, refused(err.Error(), http.StatusBadRequest))
		return
	}
	if err := desk.CreateBook(r.Context(), &book); err != nil {
		_ = render.Render(w, r, refused(err.Error(), http.StatusInternalServerError))
		return
	}
	_ = render.Render(w, r, replied(book, http.StatusCreated))
}
func show(w http.ResponseWriter, r *http.Request) {
	book, err := desk.FindBook(r.Context(), chi.URLParam(r, "id"))
	if err != nil {
		_ = render.Render(w, r, refused("the desk failed", http.StatusInternalServerError))
		return
	}
	if book == nil {
		_ = render.Render(w, r, refused("no such book", http.StatusBadRequest))
		return
	}
	w.Header().Set("ETag", book.Version)
	_ = render.Render(w, r, replied(book, http.StatusOK))
}`,
    findings: ['31 error-detail-leak', '34 location-on-201', '43 not-found-is-404'],
  },
  {
    name: 'what is given back beside no error may be written by whoever asked for it',
    source: `func put(w http.ResponseWriter, r *http.Request) (any, error) {
	kept := desk.Put(r)
	if kept.Other != nil {
		w.WriteHeader(http.StatusConflict)
		return kept.Other, nil
	}
	if kept.Book == nil {
		w.WriteHeader(http.StatusNotFound)
		return nil, nil
	}
	return kept.Book, nil
}`,
    findings: ['8 error-body'],
  },
  {
    name: 'what is drawn at random nobody has shown, and what was found is not made where it is put',
    imports: ['github.com/gin-gonic/gin'],
    source: `func routes(r *gin.Engine) { r.POST("/shelves/:id/books", put) }
func put(c *gin.Context) {
	key, err := rnd.AuthKey(c.Param("id"))
	if err != nil {
		c.JSON(500, gin.H{"error": "no key could be drawn"})
		return
	}
	shelf, err := desk.FindShelf(c, c.Param("id"))
	if err != nil {
		c.JSON(404, gin.H{"error": "no such shelf"})
		return
	}
	books, err := desk.FindBooks(c, c.QueryArray("book"))
	if err != nil {
		c.JSON(500, gin.H{"error": "the books were not found"})
		return
	}
	added := shelf.AddBooks(books)
	c.JSON(200, gin.H{"added": added, "key": key})
}`,
    findings: [],
  },
  {
    name: 'an error that begins with a capital is the error still, one that is cleaned may not be',
    imports: ['github.com/gin-gonic/gin'],
    source: `func remove(c *gin.Context) {
	if err := desk.Remove(c); err != nil {
		c.AbortWithStatusJSON(500, gin.H{"error": txt.UpperFirst(err.Error())})
		return
	}
	if err := desk.Note(c); err != nil {
		c.AbortWithStatusJSON(500, gin.H{"error": clean.Error(err)})
		return
	}
	c.Status(204)
}`,
    findings: ['3 error-detail-leak'],
  },
  {
    name: 'time that is added makes nothing, whatever the answer says was created',
    imports: ['github.com/gin-gonic/gin', 'time'],
    source: `func routes(r *gin.Engine) { r.POST("/sessions", open) }
func open(c *gin.Context) {
	expiry := time.Now().Add(time.Hour)
	c.SetCookie("desk", sealed(expiry), 3600, "/", "", true, true)
	c.JSON(200, gin.H{"message": "session created"})
}`,
    findings: [],
  },
  {
    name: 'once a store has said that there is nothing, what is left nobody expected',
    imports: ['errors', 'github.com/go-chi/chi/v5'],
    source: `func (d *Desk) show(w http.ResponseWriter, r *http.Request) {
	shelf, err := shelves.New(d.log, d.db).FindByName(r.Context(), chi.URLParam(r, "name"))
	if err != nil {
		if errors.Is(err, store.ErrShelfNotFound) {
			http.Error(w, "no such shelf", http.StatusNotFound)
			return
		}
		http.Error(w, "the shelf failed", http.StatusBadRequest)
		return
	}
	book, err := d.bookRepo.Find(r.Context(), shelf.ID, r.FormValue("book"))
	if err != nil && err.Error() != store.ErrBookNotFound.Error() {
		http.Error(w, "the book failed", http.StatusNotFound)
		return
	}
	page, err := d.pageRepo.Find(r.Context(), r.FormValue("page"))
	if err != nil && !errors.Is(err, store.ErrPageNotFound) {
		http.Error(w, "invalid page", http.StatusBadRequest)
		return
	}
	reader, err := d.readers.Find(r.Context(), r.FormValue("reader"))
	if err != nil && !errors.Is(err, ErrReaderNotFound) {
		http.Error(w, "the reader failed", http.StatusBadRequest)
		return
	}
	json.NewEncoder(w).Encode(view{shelf, book, page, reader})
}`,
    findings: ['8 server-fault-is-5xx', '13 server-fault-is-5xx'],
  },
  {
    name: 'that there is none is no error of a store that counts, lists or asks, nor of a queue',
    imports: ['github.com/gin-gonic/gin'],
    source: `func (d *Desk) lend(c *gin.Context) {
	shelf, err := d.shelfOf(c)
	if err != nil {
		c.JSON(400, gin.H{"error": "no such shelf"})
		return
	}
	books, err := d.bookRepo.ListBooks(c, shelf.ID)
	if err != nil {
		c.JSON(400, gin.H{"error": "no books"})
		return
	}
	isLent, err := d.bookRepo.IsLent(c, c.Query("book"))
	if err != nil {
		c.JSON(404, gin.H{"error": "no such book"})
		return
	}
	book, err := d.bookRepo.Find(c, c.Query("book"))
	if err != nil {
		c.JSON(404, gin.H{"error": "no such book"})
		return
	}
	others, err := d.bookRepo.ListBooks(c, c.Query("shelf"))
	if err != nil {
		c.JSON(400, gin.H{"error": "no such shelf"})
		return
	}
	if err := d.queue.Publish(c, job{book, books, others, isLent}); err != nil {
		c.JSON(400, gin.H{"error": "not lent"})
		return
	}
	mark, exists, err := marks.Load(c.Query("mark"))
	if err != nil {
		c.JSON(400, gin.H{"error": "no mark was read"})
		return
	}
	days, exists, err := query.GetInt(c, "days")
	if err != nil {
		c.JSON(400, gin.H{"error": "no days"})
		return
	}
	c.JSON(200, gin.H{"book": book, "mark": mark, "days": days, "exists": exists})
}`,
    findings: ['9 server-fault-is-5xx', '14 server-fault-is-5xx', '28 server-fault-is-5xx', '33 server-fault-is-5xx'],
  },
  {
    name: 'a helper that says what it is given says nothing where it is given nothing',
    source: `type Desk struct{ most int }
func (d *Desk) send(w http.ResponseWriter, status int, said any) {
	if said != nil {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(said)
	} else {
		w.WriteHeader(status)
	}
}
func (d *Desk) books(w http.ResponseWriter, r *http.Request) {
	books, err := d.service.Search(r.Context())
	if err != nil {
		d.send(w, http.StatusInternalServerError, map[string]any{"message": err.Error()})
		return
	}
	if len(books) > d.most {
		d.send(w, http.StatusUnprocessableEntity, nil)
		return
	}
	if books == nil {
		d.send(w, http.StatusNoContent, nil)
		return
	}
	d.send(w, http.StatusOK, books)
}`,
    findings: ['14 error-detail-leak', '18 error-body'],
  },
  {
    name: 'an error of Echo or Fiber is sent with what was set before, so that it lacks what was not',
    imports: ['github.com/gofiber/fiber/v2', 'github.com/labstack/echo/v4'],
    source: `func search(c echo.Context) error {
	if !index.Ready() {
		return echo.NewHTTPError(http.StatusServiceUnavailable, "the index is not ready")
	}
	c.Response().Header().Set("Retry-After", "60")
	return echo.NewHTTPError(http.StatusTooManyRequests, "too many searches")
}
func find(c *fiber.Ctx) error {
	if !index.Ready() {
		return fiber.NewError(fiber.StatusServiceUnavailable, "the index is not ready")
	}
	c.Set("Retry-After", "60")
	return fiber.ErrTooManyRequests
}`,
    findings: ['3 retry-after-on-503', '10 retry-after-on-503'],
  },
  {
    name: 'who is not known by what the request shows, by the session or by the type of what is kept is asked for a login',
    source: `func show(w http.ResponseWriter, r *http.Request) {
	reader, ok := r.Context().Value(userKey).(*Reader)
	if !ok {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	clerk, ok := getUser(r)
	if !ok {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	authenticated := d.sessions.GetBool(r.Context(), "authenticated")
	if !authenticated {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	json.NewEncoder(w).Encode(view{reader, clerk})
}
func readerOf(w http.ResponseWriter, r *http.Request) {
	shown := r.Header.Get("X-Desk-Token")
	if shown != "" {
		token, err := d.store.GetToken(shown)
		if err != nil {
			http.Error(w, "no token was read", http.StatusInternalServerError)
			return
		}
		if token == nil {
			http.Error(w, "not you", http.StatusForbidden)
			return
		}
		json.NewEncoder(w).Encode(token.Reader)
	}
}
func shelf(w http.ResponseWriter, r *http.Request) {
	reader, ok := r.Context().Value(userKey).(*Reader)
	if !ok {
		http.Error(w, "nobody was put there", http.StatusInternalServerError)
		return
	}
	mark, ok := d.marks[r.FormValue("mark")]
	if !ok {
		http.Error(w, "no mark of yours", http.StatusForbidden)
		return
	}
	json.NewEncoder(w).Encode(view{reader, mark})
}`,
    findings: [
      '4 unauthorized-for-anonymous',
      '9 unauthorized-for-anonymous',
      '14 unauthorized-for-anonymous',
      '28 unauthorized-for-anonymous',
    ],
  },
  {
    name: 'what a transaction makes is made where it is called, unless only sometimes, and shown by what it is known by',
    source: `func routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /books", add)
	mux.HandleFunc("POST /marks", mark)
	mux.HandleFunc("POST /visits", visit)
}
func add(w http.ResponseWriter, r *http.Request) {
	book := read(r)
	err := db.Transaction(func(tx *Connection) error {
		return tx.Create(book)
	})
	if err != nil {
		http.Error(w, "not kept", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusOK)
	json.NewEncoder(w).Encode(&view{ID: book.ID, Kind: "book"})
}
func mark(w http.ResponseWriter, r *http.Request) {
	mark := read(r)
	err := db.Transaction(func(tx *Connection) error {
		if mark.IsNew {
			return tx.Create(mark)
		}
		return nil
	})
	if err != nil {
		http.Error(w, "not kept", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusOK)
	json.NewEncoder(w).Encode(mark)
}
func visit(w http.ResponseWriter, r *http.Request) {
	reader := find(r)
	visit := visits.New(reader)
	if err := db.CreateVisit(visit); err != nil {
		http.Error(w, "not kept", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusOK)
	json.NewEncoder(w).Encode(&view{ID: reader.ID, VisitID: visit.ID})
}`,
    findings: ['15 created-is-201'],
  },
  {
    name: 'structs that embed pointers to each other are read to an end',
    source: `type Shelf struct {
	*Book
	Name string
}
type Book struct {
	*Shelf
	Title string
}
func show(w http.ResponseWriter, r *http.Request) {
	shelf := &Shelf{Name: r.FormValue("name")}
	if shelf.Name == "" {
		w.WriteHeader(204)
		w.Write([]byte("none"))
		return
	}
	json.NewEncoder(w).Encode(shelf)
}`,
    findings: ['12 no-body-allowed'],
  },
];

reportedOfGo('what is reported of Go answers that others make or write', cases, ['encoding/json', 'net/http']);

import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** Go handlers as real code bases have them, and what is reported: the line of the handler, the rule. */
const cases: readonly GoCase[] = [
  {
    name: 'nothing was made where making it failed, whatever the status of the helper that says so',
    source: `func routes(r *gin.Engine) { r.POST("/shelves", create) }
func create(c *gin.Context) {
	id, err := shelves.Create(c, read(c))
	if err != nil {
		c.JSON(200, gin.H{"id": id, "said": "later"})
		return
	}
	c.JSON(200, gin.H{"id": id})
}`,
    findings: ['8 created-is-201'],
  },
  {
    name: 'a check that says beside its error how it went fails for other reasons, as does what comes after it',
    source: `func login(w http.ResponseWriter, r *http.Request) {
	reader, ok, err := desk.Login(r.Context(), r.FormValue("name"), r.FormValue("password"))
	if err != nil {
		http.Error(w, "the desk is closed", http.StatusInternalServerError)
		return
	}
	if !ok {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	session, err := desk.finalizeLogin(r.Context(), reader)
	if err != nil {
		http.Error(w, "no session", http.StatusInternalServerError)
		return
	}
	fmt.Fprint(w, session)
}
func rename(c *gin.Context) {
	user := c.MustGet("user").(*User)
	if err := user.Update(); err != nil {
		c.JSON(500, gin.H{"error": "not kept"})
		return
	}
	c.JSON(200, user)
}`,
    findings: ['8 unauthorized-for-anonymous'],
  },
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
    name: 'an error that is looked for, or made where it is not found, may have any status',
    source: `type failure struct {
	Status int
	Text string
}
func (f *failure) Error() string { return f.Text }
func write(w http.ResponseWriter, err error) {
	var failed *failure
	if !errors.As(err, &failed) {
		failed = &failure{Status: http.StatusInternalServerError}
	}
	http.Error(w, failed.Text, failed.Status)
}
func keep(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		write(w, &failure{Status: http.StatusBadRequest})
		return
	}
	w.WriteHeader(http.StatusNoContent)
}`,
    findings: [],
  },
  {
    name: 'who is handed to a handler calls it, and so does whom a check lets past a 401',
    source: `func remove(w http.ResponseWriter, r *http.Request, user models.User) {
	shelf, ok := shelves[r.PathValue("id")]
	if !ok {
		http.Error(w, "no such shelf", http.StatusNotFound)
		return
	}
	if shelf.OwnerID != user.ID && !user.HasPermission(models.RemoveShelves) {
		http.Error(w, "not yours", http.StatusUnauthorized)
		return
	}
	if shelf.Locked && !shelf.Owner.HasPermission(models.LockShelves) {
		http.Error(w, "locked", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
func serve(w http.ResponseWriter, r *http.Request) {
	user, ok := authorisedFor(r)
	if !ok {
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	if !user.IsAdmin() {
		http.Error(w, "for admins", http.StatusUnauthorized)
		return
	}
	remove(w, r, user)
}
func show(w http.ResponseWriter, user models.User) {
	if user.Name == "" {
		http.Error(w, "nobody has no name", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, user.Name)
}`,
    findings: [
      '8 forbidden-for-authenticated',
      '12 forbidden-for-authenticated',
      '20 www-authenticate-on-401',
      '24 forbidden-for-authenticated',
      '31 www-authenticate-on-401',
    ],
  },
  {
    name: 'a page that cannot be shown and lots that cannot be drawn are faults of the server, parts that cannot be read are not',
    source: `func (h *Handler) form(w http.ResponseWriter, r *http.Request) {
	if err := h.templates.Form(w, r); err != nil {
		http.Error(w, "there is no page", http.StatusNotFound)
		return
	}
}
func (h *Handler) upload(w http.ResponseWriter, r *http.Request) {
	reader, err := r.MultipartReader()
	if err != nil {
		http.Error(w, "no parts", http.StatusBadRequest)
		return
	}
	part, err := reader.NextPart()
	if err != nil {
		http.Error(w, "no part", http.StatusInternalServerError)
		return
	}
	token, err := randomToken()
	if err != nil {
		http.Error(w, "no token", http.StatusForbidden)
		return
	}
	if err := h.storage.UpdateUpload(r.Context(), token, part); err != nil {
		http.Error(w, "not kept", http.StatusBadRequest)
		return
	}
	report, err := generateReport(part)
	if err != nil {
		http.Error(w, "no report", http.StatusBadRequest)
		return
	}
	fmt.Fprint(w, report)
}`,
    findings: ['3 server-fault-is-5xx', '15 client-fault-is-4xx', '20 server-fault-is-5xx', '24 server-fault-is-5xx'],
  },
  {
    name: 'a copy of what was made is what was made; a helper that redirects chooses its code once',
    source: `func routes(r *gin.Engine) { r.POST("/shelves", create); r.POST("/done", done); r.POST("/gone", gone) }
func create(c *gin.Context) {
	shelf := read(c)
	if err := shelves.Create(c, shelf); err != nil {
		c.JSON(500, gin.H{"error": "not made"})
		return
	}
	c.JSON(200, shelf.Copy())
}
func home(c *gin.Context) { c.Redirect(302, "/") }
func done(c *gin.Context) { home(c) }
func gone(c *gin.Context) { c.Redirect(302, "/") }`,
    findings: ['8 created-is-201', '12 redirect-method'],
  },
  {
    name: 'a writer that wraps another sends what others write',
    source: `func (rw *counted) Write(b []byte) (int, error) {
	if !rw.written {
		rw.WriteHeader(http.StatusOK)
	}
	return rw.inner.Write(b)
}`,
    findings: [],
  },
  {
    name: 'a token that its issuer gave for a code is no matter of the caller',
    source: `func callback(w http.ResponseWriter, r *http.Request) {
	token, err := oauth.Exchange(r.Context(), r.URL.Query().Get("code"))
	if err != nil {
		http.Error(w, "the issuer did not answer", http.StatusBadGateway)
		return
	}
	raw := token.Extra("id_token").(string)
	id, err := verifier.Verify(r.Context(), raw)
	if err != nil {
		http.Error(w, "the token cannot be verified", http.StatusInternalServerError)
		return
	}
	fmt.Fprint(w, id)
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
    name: 'what a store or a transaction cannot do is no fault of the request',
    source: `func (h *Handler) remove(w http.ResponseWriter, r *http.Request) {
	if err := h.store.DeleteShelf(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "not removed", http.StatusBadRequest)
		return
	}
	if err := session.Commit(); err != nil {
		http.Error(w, "not removed", http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
func (h *Handler) list(w http.ResponseWriter, r *http.Request) {
	shelves, err := h.repo.ListShelves(r.Context())
	if err != nil {
		http.Error(w, "no shelves", http.StatusNotFound)
		return
	}
	fmt.Fprint(w, shelves)
}`,
    findings: ['3 server-fault-is-5xx', '7 server-fault-is-5xx', '15 server-fault-is-5xx'],
  },
  {
    name: 'a service may check what it is given, and a look-up may find nothing',
    source: `func (h *Handler) remove(w http.ResponseWriter, r *http.Request) {
	if err := h.service.DeleteShelf(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "not removed", http.StatusBadRequest)
		return
	}
	if err := h.store.CreateShelf(r.Context(), read(r)); err != nil {
		http.Error(w, "not made", http.StatusConflict)
		return
	}
	shelf, err := h.store.GetShelf(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "no such shelf", http.StatusNotFound)
		return
	}
	fmt.Fprint(w, shelf)
}`,
    findings: [],
  },
  {
    name: 'whatever turns the text of a request into something fails for the text',
    source: `func move(w http.ResponseWriter, r *http.Request) {
	target, errParse := shelves.ParseTarget(r.URL.Query().Get("to"))
	if errParse != nil {
		http.Error(w, "no target", http.StatusInternalServerError)
		return
	}
	fmt.Fprint(w, target)
}`,
    findings: ['4 client-fault-is-4xx'],
  },
  {
    name: 'what was told apart before is another matter, and a flag of the request is no fault',
    source: `func leave(c *gin.Context) {
	cookie, err := c.Cookie("session-id")
	if err != nil {
		if errors.Is(err, http.ErrNoCookie) {
			c.JSON(http.StatusUnauthorized, gin.H{"error": "no session"})
			return
		}
		c.JSON(http.StatusInternalServerError, gin.H{"error": "it cannot be read"})
		return
	}
	force, _ := strconv.ParseBool(c.Query("force"))
	if err := desks.Leave(c, cookie); err != nil {
		if errors.Is(err, desks.ErrGone) || force {
			log.Print("left already")
		} else {
			c.JSON(http.StatusInternalServerError, gin.H{"error": "not left"})
			return
		}
	}
	c.JSON(http.StatusOK, gin.H{"left": true})
}`,
    findings: ['5 www-authenticate-on-401'],
  },
  {
    name: 'a token against forgery is not what a caller shows who it is',
    source: `func guard(c *gin.Context) {
	session, ok := c.MustGet("sid").(string)
	if !csrf.ValidateToken(c.GetHeader("X-Form-Token"), session) || !ok {
		c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "the form is not ours"})
		return
	}
	c.Next()
}`,
    findings: [],
  },
  {
    name: 'a verb may stand at the end of what makes something',
    source: `func routes(r *gin.Engine) { r.POST("/shelves", create); r.POST("/shelves/check", check) }
func create(c *gin.Context) {
	shelf := &Shelf{Name: c.PostForm("name")}
	if err := store.ShelfCreate(shelf); err != nil {
		c.JSON(500, gin.H{"error": "not made"})
		return
	}
	c.JSON(200, shelf)
}
func check(c *gin.Context) {
	shelf := &Shelf{Name: c.PostForm("name")}
	if err := rules.ValidateCreate(shelf); err != nil {
		c.JSON(400, gin.H{"error": "not valid"})
		return
	}
	c.JSON(200, shelf)
}`,
    findings: ['8 created-is-201'],
  },
  {
    name: 'who the request is kept with is known, and HEAD beside GET asks for a body too',
    source: `import "github.com/gorilla/mux"
func routes(r *mux.Router) { r.Path("/shelves").HandlerFunc(list).Methods("GET", "HEAD") }
func list(w http.ResponseWriter, r *http.Request) {
	reader := context.Get(r, "user").(*Reader)
	if !reader.Admin {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}`,
    findings: ['6 error-body', '6 forbidden-for-authenticated'],
  },
  {
    name: 'an error that is kept for middleware is no body where there is none',
    source: `func main() { r := gin.New(); r.DELETE("/shelves/:id", remove) }
func remove(c *gin.Context) {
	if err := shelves.Remove(c, c.Param("id")); err != nil {
		_ = c.AbortWithError(http.StatusInternalServerError, err)
		return
	}
	c.Status(http.StatusNoContent)
}
func count(c *gin.Context) {
	if err := shelves.Count(c); err != nil {
		_ = c.AbortWithError(http.StatusInternalServerError, err)
	}
}`,
    findings: ['4 error-body'],
  },
  {
    name: 'nor where what looks at it only logs',
    source: `func main() { r := gin.New(); r.Use(logged); r.DELETE("/shelves/:id", remove) }
func logged(c *gin.Context) {
	c.Next()
	log.Println(c.Errors.String())
}
func remove(c *gin.Context) {
	if err := shelves.Remove(c, c.Param("id")); err != nil {
		_ = c.AbortWithError(http.StatusInternalServerError, err)
		return
	}
	c.Status(http.StatusNoContent)
}`,
    findings: ['8 error-body'],
  },
  {
    name: 'what looks at it and hands the response on may write anything',
    source: `func main() { r := gin.New(); r.Use(answered); r.DELETE("/shelves/:id", remove) }
func answered(c *gin.Context) {
	c.Next()
	views.Answer(c, c.Errors)
}
func remove(c *gin.Context) {
	if err := shelves.Remove(c, c.Param("id")); err != nil {
		_ = c.AbortWithError(http.StatusInternalServerError, err)
		return
	}
	c.Status(http.StatusNoContent)
}`,
    findings: [],
  },
  {
    name: 'what a function gives back for its caller to send is sent',
    source: `func (a *API) borrow(w http.ResponseWriter, r *http.Request) {
	book, status, err := a.find(r.PathValue("id"))
	if err != nil {
		http.Error(w, err.Error(), status)
		return
	}
	fmt.Fprint(w, book.Title)
}
func (a *API) find(id string) (*Book, int, error) {
	book, err := a.shelf.Book(id)
	if err != nil {
		return nil, http.StatusInternalServerError, fmt.Errorf("the shelf: %w", err)
	}
	if book == nil {
		return nil, http.StatusInternalServerError, errors.New("the shelf is empty")
	}
	return a.lend(book)
}
func (a *API) lend(book *Book) (*Book, int, error) {
	if err := a.db.Update(book); err != nil {
		return nil, http.StatusBadRequest, errors.New("it is not lent")
	}
	if err := a.desk.Note(book); err != nil {
		return nil, http.StatusInternalServerError, err
	}
	return book, 0, nil
}`,
    findings: ['12 error-detail-leak', '21 server-fault-is-5xx', '24 error-detail-leak'],
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
    name: 'gin-jwt lets only those through who showed who they are',
    source: `func routes(r *gin.Engine, authMiddleware *jwt.GinJWTMiddleware) {
	shelves := r.Group("/shelves", authMiddleware.MiddlewareFunc())
	shelves.GET("/:id", show)
	r.GET("/open", rates.MiddlewareFunc(), open)
}
func show(c *gin.Context) {
	if !user.IsAdmin {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "not your shelf"})
	}
}
func open(c *gin.Context) {
	if !user.IsAdmin {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "not your shelf"})
	}
}`,
    findings: ['8 forbidden-for-authenticated', '13 www-authenticate-on-401'],
  },
  {
    name: 'echo-jwt does so as well, unless it goes on without a token',
    imports: ['github.com/labstack/echo/v4', 'github.com/labstack/echo-jwt/v4'],
    source: `func routes(e *echo.Echo) {
	shelves := e.Group("/shelves")
	shelves.Use(echojwt.WithConfig(echojwt.Config{SigningKey: key}))
	shelves.GET("/:id", show)
	e.GET("/open", open, echojwt.WithConfig(echojwt.Config{SigningKey: key, ContinueOnIgnoredError: true}))
}
func show(c echo.Context) error {
	if !user.IsAdmin {
		return c.JSON(http.StatusUnauthorized, map[string]string{"error": "not your shelf"})
	}
	return c.NoContent(http.StatusNoContent)
}
func open(c echo.Context) error {
	if !user.IsAdmin {
		return c.JSON(http.StatusUnauthorized, map[string]string{"error": "not your shelf"})
	}
	return c.NoContent(http.StatusNoContent)
}`,
    findings: ['9 forbidden-for-authenticated', '15 www-authenticate-on-401'],
  },
  {
    name: 'the Authenticator of jwtauth wants a token, its Verifier only looks for one',
    imports: ['github.com/go-chi/chi/v5', 'github.com/go-chi/jwtauth/v5'],
    source: `func routes(r chi.Router) {
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(tokens))
		r.Use(jwtauth.Authenticator(tokens))
		r.Get("/shelves", show)
	})
	r.With(jwtauth.Verifier(tokens)).Get("/open", open)
}
func show(w http.ResponseWriter, r *http.Request) {
	if !user.IsAdmin {
		http.Error(w, "not your shelf", http.StatusUnauthorized)
	}
}
func open(w http.ResponseWriter, r *http.Request) {
	if !user.IsAdmin {
		http.Error(w, "not your shelf", http.StatusUnauthorized)
	}
}`,
    findings: ['11 forbidden-for-authenticated', '16 www-authenticate-on-401'],
  },
  {
    name: 'Fiber has its own for tokens',
    imports: ['github.com/gofiber/fiber/v2', 'github.com/gofiber/contrib/jwt'],
    source: `func routes(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{SigningKey: key}))
	app.Get("/shelves", show)
}
func show(c *fiber.Ctx) error {
	if !user.IsAdmin {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "not your shelf"})
	}
	return c.SendStatus(fiber.StatusNoContent)
}`,
    findings: ['7 forbidden-for-authenticated'],
  },
  {
    name: 'what stands there already is told by the text of the error; other texts are too free to tell anything',
    source: `func add(c *gin.Context) {
	book, err := shelves.Add(c, read(c))
	switch {
	case err == nil:
		c.JSON(http.StatusCreated, book)
	case strings.Contains(strings.ToLower(err.Error()), "duplicate key"):
		c.JSON(http.StatusBadRequest, gin.H{"error": "it stands there"})
	case strings.Contains(err.Error(), "invalid token"):
		c.JSON(http.StatusBadRequest, gin.H{"error": "it has no mark"})
	default:
		c.JSON(http.StatusInternalServerError, gin.H{"error": "it cannot be added"})
	}
}
func said(c *gin.Context, err error) {
	if strings.Contains(err.Error(), "23505") {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "it stands there"})
	}
}`,
    findings: ['5 location-on-201', '7 conflict-is-409', '16 conflict-is-409'],
  },
  {
    name: 'a driver says it by a code of its own',
    source: `func add(c *gin.Context) {
	if err := shelves.Add(c, read(c)); err != nil {
		var pgErr *pgconn.PgError
		if errors.As(err, &pgErr) && pgErr.Code == pgerrcode.UniqueViolation {
			c.JSON(http.StatusBadRequest, gin.H{"error": "it stands there"})
			return
		}
		if mysqlErr, ok := err.(*mysql.MySQLError); ok && mysqlErr.Number == 1062 {
			c.JSON(http.StatusConflict, gin.H{"error": "it stands there"})
			return
		}
		if errors.As(err, &pgErr) && pgErr.Code == pgerrcode.CheckViolation {
			c.JSON(http.StatusBadRequest, gin.H{"error": "it does not fit"})
			return
		}
		c.JSON(http.StatusInternalServerError, gin.H{"error": "it cannot be added"})
	}
}`,
    findings: ['5 conflict-is-409'],
  },
  {
    name: 'an error that a handler gives back is written by what calls it',
    source: `type handling func(w http.ResponseWriter, r *http.Request) error
func (h handling) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		fmt.Fprint(w, "that did not work")
	}
}
func add(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return err
	}
	if r.Form.Get("title") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return fmt.Errorf("a book has a title")
	}
	if r.Form.Get("shelf") == "" {
		w.WriteHeader(http.StatusBadRequest)
		return nil
	}
	return nil
}`,
    findings: ['17 error-body'],
  },
  {
    name: 'each code of a driver for itself, where a switch tells them apart',
    source: `func add(c *gin.Context) {
	if err := shelves.Add(c, read(c)); err != nil {
		var pgErr *pgconn.PgError
		if errors.As(err, &pgErr) {
			switch pgErr.Code {
			case "23505":
				c.JSON(http.StatusBadRequest, gin.H{"error": "it stands there"})
				return
			case "23503":
				c.JSON(http.StatusBadRequest, gin.H{"error": "it does not fit"})
				return
			}
		}
		c.JSON(http.StatusInternalServerError, gin.H{"error": "it cannot be added"})
	}
}`,
    findings: ['7 conflict-is-409'],
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
    name: 'who makes a token has not been asked who calls, and a user who is found by an identity is no caller',
    source: `func login(c *gin.Context) {
	token, err := desk.LoginGetToken(reader, key)
	if err != nil {
		c.JSON(500, gin.H{"error": "no token"})
		return
	}
	options, err := passkeys.BeginDiscoverableLogin()
	if err != nil {
		c.JSON(500, gin.H{"error": "no passkey"})
		return
	}
	authIdentity := desk.FindIdentity(provider, token)
	if authIdentity.IsEmpty() {
		authIdentity, err = desk.RegisterReader(options)
		if err != nil {
			c.JSON(500, gin.H{"error": "not registered"})
			return
		}
	}
	if authIdentity.UserID == 0 {
		c.JSON(500, gin.H{"error": "nobody's"})
		return
	}
	c.JSON(200, authIdentity)
}
func merge(c *gin.Context, user Reader) {
	if user.Email == "" {
		c.JSON(500, gin.H{"error": "no address"})
		return
	}
	c.JSON(200, user)
}`,
    findings: [],
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
    name: 'what may be there already is not made, and a collection may look at what it is given',
    source: `func routes(r *gin.Engine) { r.POST("/shelves", keep) }
func keep(c *gin.Context) {
	if err := desk.storage.Add(c, shelf); err != nil {
		c.JSON(400, gin.H{"error": err.Error()})
		return
	}
	kept, err := desk.Where(shelf).FirstOrCreate()
	c.JSON(200, kept)
}
func upload(c *gin.Context) {
	c.Header("Range", "bytes=0-99")
	c.Status(308)
}`,
    findings: [],
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
    name: 'once a store has said that it found nothing, what else fails is its own fault',
    source: `func show(c *gin.Context) {
	shelf, err := desk.Shelf(c, c.Query("shelf"))
	if err == gorm.ErrRecordNotFound {
		c.JSON(400, gin.H{"error": "none"})
		return
	} else if err != nil {
		c.JSON(400, gin.H{"error": "broken"})
		return
	}
	book, err := desk.Book(c, c.Query("book"))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		c.JSON(400, gin.H{"error": "none"})
		return
	case err != nil:
		c.JSON(400, gin.H{"error": "broken"})
		return
	}
	reader, err := desk.Reader(c, c.Query("reader"))
	if err != nil {
		if errors.Is(err, errNobody) {
			c.JSON(400, gin.H{"error": "nobody"})
			return
		}
		c.JSON(400, gin.H{"error": "whatever else the desk says"})
		return
	}
	session, err := desk.Session(c, c.Query("session"))
	if errors.Is(err, redis.Nil) {
		c.JSON(401, gin.H{"error": "over"})
		return
	}
	if err != nil {
		c.JSON(401, gin.H{"error": "over"})
		return
	}
	c.JSON(200, gin.H{"shelf": shelf, "book": book, "reader": reader, "session": session})
}`,
    findings: [
      '7 server-fault-is-5xx',
      '16 server-fault-is-5xx',
      '30 www-authenticate-on-401',
      '34 www-authenticate-on-401',
    ],
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
    name: 'a context that is asked for a value has not answered yet',
    source: `func routes(r *gin.Engine) { r.POST("/shelves", create) }
func create(c *gin.Context) {
	shelf := Shelf{Keeper: keeperIDFromToken(c)}
	kept, err := desk.Create(c, shelf)
	if err != nil {
		c.JSON(503, gin.H{"error": "closed"})
		return
	}
	c.JSON(201, kept)
}
func upload(w http.ResponseWriter, r *http.Request) {
	books, err := files.ParseList(r)
	if err != nil {
		http.Error(w, "unreadable", http.StatusInternalServerError)
		return
	}
	fmt.Fprint(w, books)
}
func register(c *gin.Context) {
	if !desk.FindReader(c.PostForm("name")).IsEmpty() {
		c.JSON(400, gin.H{"error": translator.T("{{name}} already exists", gin.H{"name": "reader"})})
		return
	}
	claims, err := jwt.Parse(c.GetHeader("Authorization"), keys)
	if err != nil {
		c.JSON(403, gin.H{"error": "no"})
		return
	}
	c.JSON(200, claims)
}`,
    findings: [
      '6 retry-after-on-503',
      '9 location-on-201',
      '14 client-fault-is-4xx',
      '21 conflict-is-409',
      '26 unauthorized-for-anonymous',
    ],
  },
  {
    name: 'whether a token is that of a session is asked of who renews it; what is kept of who calls may be a payload',
    source: `func renew(c *gin.Context) {
	refreshPayload, err := desk.VerifyToken(c.PostForm("token"))
	if err != nil {
		c.JSON(401, gin.H{"error": "no token"})
		return
	}
	session, err := desk.GetSession(c, refreshPayload.ID)
	if session.Reader != refreshPayload.Reader {
		c.JSON(401, gin.H{"error": "another's"})
		return
	}
	if session.RefreshToken != body.RefreshToken {
		c.JSON(401, gin.H{"error": "another"})
		return
	}
	c.JSON(200, session)
}
func show(c *gin.Context) {
	shelf, err := desk.Shelf(c, c.Param("id"))
	payload := c.MustGet(authorizationPayloadKey).(*Payload)
	if shelf.Keeper != payload.Reader {
		c.JSON(401, gin.H{"error": "not yours"})
		return
	}
	c.JSON(200, shelf)
}
func register(c *gin.Context) {
	reader, err := desk.Register(c, c.PostForm("name"))
	if err != nil {
		if database.ErrorCode(err) == database.UniqueViolation {
			c.JSON(403, gin.H{"error": "taken"})
			return
		}
		if errors.Is(err, desk.ReaderExists) {
			c.JSON(400, gin.H{"error": "taken"})
			return
		}
		c.JSON(500, gin.H{"error": "failed"})
		return
	}
	c.JSON(200, reader)
}
func allow(c *gin.Context) {
	if bouncer := authByKey(c); bouncer == nil {
		c.JSON(403, gin.H{"error": "no"})
		c.Abort()
		return
	}
	if err := desk.dbClient.UpdateReader(c, reader); err != nil {
		c.JSON(400, gin.H{"error": "no"})
		c.Abort()
		return
	}
	c.Next()
}`,
    findings: [
      '4 www-authenticate-on-401',
      '9 www-authenticate-on-401',
      '13 www-authenticate-on-401',
      '22 forbidden-for-authenticated',
      '31 conflict-is-409',
      '35 conflict-is-409',
      '45 unauthorized-for-anonymous',
      '50 server-fault-is-5xx',
    ],
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
  {
    name: 'what a router calls for other methods has the field already, and an error of a type says what it is meant to',
    source: `func routes(engine *gin.Engine) {
	engine.NoMethod(func(c *gin.Context) { c.JSON(405, gin.H{"error": "no such method"}) })
	engine.GET("/shelves", list)
}
func list(c *gin.Context) {
	if c.Request.Method != http.MethodGet {
		c.JSON(405, gin.H{"error": "no such method"})
		return
	}
	shelves, err := desk.Shelves(c)
	if err != nil {
		c.JSON(500, gin.H{"error": err.(*DeskError).Message})
		return
	}
	c.JSON(200, shelves)
}`,
    findings: ['7 allow-on-405'],
  },
  {
    name: 'what a router is told to call for other methods by name has the field too; what it calls for no path has not',
    imports: ['github.com/julienschmidt/httprouter'],
    source: `func routes() http.Handler {
	router := httprouter.New()
	router.MethodNotAllowed = http.HandlerFunc(refuse)
	router.NotFound = http.HandlerFunc(refuseAll)
	return router
}
func refuse(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no such method", 405)
}
func refuseAll(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no such method", 405)
}`,
    findings: ['11 allow-on-405'],
  },
];

reportedOfGo(
  'what is reported of Go handlers as people write them',
  cases,
  ['errors', 'fmt', 'net/http', 'strings'],
  ['github.com/gin-gonic/gin'],
);

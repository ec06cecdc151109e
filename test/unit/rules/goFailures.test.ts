import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** Why Go handlers fail, and what is reported: the line of the handler, the rule. */
const cases: readonly GoCase[] = [
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
];

reportedOfGo(
  'what is reported of Go handlers by why they fail',
  cases,
  ['errors', 'fmt', 'net/http', 'strings'],
  ['github.com/gin-gonic/gin'],
);

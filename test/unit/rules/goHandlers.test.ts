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

import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** The errors of a desk: a status and a text, which only the method of every error says again. */
const refusals = `type Coded interface {
	error
	Code() int
}
type refusal struct {
	code int
	why  string
}
func (r *refusal) Error() string { return r.why }
func (r *refusal) Code() int { return r.code }
func refuse(code int, why string) Coded { return &refusal{code, why} }
`;

/** What handlers of the desk are wrapped in; `prepare` is done before each. */
function wrapped(prepare: string): string {
  return `type asked func(w http.ResponseWriter, r *http.Request) (any, error)
func (d *Desk) wrap(ask asked, methods ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		${prepare}
		given, err := audited(ask)(w, r)
		if err != nil {
			code := 500
			if coded, ok := err.(Coded); ok {
				code = coded.Code()
			}
			w.WriteHeader(code)
			w.Write([]byte(err.Error()))
			return
		}
		json.NewEncoder(w).Encode(given)
	}
}
`;
}

const books = `func (d *Desk) Books(w http.ResponseWriter, r *http.Request) (any, error) {
	if r.Method != http.MethodGet {
		return nil, refuse(405, "no such method")
	}
	books, err := d.shelf.Search(r.FormValue("q"))
	if err != nil {
		return nil, refuse(500, err.Error())
	}
	return books, nil
}`;

/** Go handlers that give back their errors, and what is reported: the line, the rule. */
const cases: readonly GoCase[] = [
  {
    name: 'an error that a handler gives back says what its wrapper writes of it',
    source: `${refusals}${wrapped('setFields(w, d.config.Fields)')}${books}`,
    findings: ['18 error-detail-leak', '31 allow-on-405', '35 error-detail-leak'],
  },
  {
    name: 'who is told the methods of a route may say them',
    source: `${refusals}${wrapped('setFields(w, methods)')}${books}`,
    findings: ['18 error-detail-leak', '35 error-detail-leak'],
  },
  {
    name: 'a handler may say itself what its wrapper leaves out',
    source: `${refusals}${wrapped('log.Print(r.URL)')}func (d *Desk) Shelf(w http.ResponseWriter, r *http.Request) (any, error) {
	w.Header().Set("Allow", "GET")
	if r.Method != http.MethodGet {
		return nil, refuse(405, "no such method")
	}
	return d.shelf, nil
}
func (d *Desk) Room(w http.ResponseWriter, r *http.Request) (any, error) {
	answerPreflight(w, r, d)
	if r.Method != http.MethodGet {
		return nil, refuse(405, "no such method")
	}
	return d.room, nil
}`,
    findings: ['18 error-detail-leak'],
  },
  {
    name: 'an application may write the errors of its framework otherwise than all others',
    imports: ['github.com/labstack/echo/v4'],
    source: `func serve(e *echo.Echo) {
	e.GET("/books", books)
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		switch err := err.(type) {
		case *echo.HTTPError:
			c.JSON(err.Code, map[string]any{"error": err.Message})
		default:
			c.JSON(http.StatusInternalServerError, map[string]any{"error": "the desk failed"})
		}
	}
}
func books(c echo.Context) error {
	books, err := shelf.Search(c.QueryParam("q"))
	if err != nil {
		return &echo.HTTPError{Code: http.StatusInternalServerError, Message: err.Error()}
	}
	return c.JSON(http.StatusOK, books)
}`,
    findings: ['15 error-detail-leak'],
  },
  {
    name: 'what an application says of all errors it says of those of its framework',
    imports: ['github.com/labstack/echo/v4'],
    source: `func serve(e *echo.Echo) {
	e.GET("/books", books)
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		c.JSON(http.StatusInternalServerError, map[string]any{"error": "the desk failed"})
	}
}
func books(c echo.Context) error {
	books, err := shelf.Search(c.QueryParam("q"))
	if err != nil {
		return &echo.HTTPError{Code: http.StatusInternalServerError, Message: err.Error()}
	}
	return c.JSON(http.StatusOK, books)
}`,
    findings: [],
  },
  {
    name: 'what handlers say of the errors they are given, whose status is theirs, is said where these are made',
    imports: ['github.com/gin-gonic/gin'],
    source: `type Failure struct {
	Status  int
	Message string
	Cause   string
}
func (d *Desk) find(name string) (*Shelf, *Failure) {
	shelf, err := d.store.Find(name)
	if err != nil {
		return nil, &Failure{http.StatusInternalServerError, err.Error(), "find"}
	}
	if shelf == nil {
		return nil, &Failure{http.StatusNotFound, "no such shelf", name}
	}
	if err := d.store.Touch(shelf); err != nil {
		return nil, &Failure{http.StatusInternalServerError, "not touched", err.Error()}
	}
	return shelf, nil
}
func (d *Desk) show(c *gin.Context) {
	shelf, failure := d.find(c.Param("name"))
	if failure != nil {
		c.JSON(failure.Status, gin.H{"error": failure.Message})
		return
	}
	c.JSON(http.StatusOK, shelf)
}
func (d *Desk) head(c *gin.Context) {
	if _, failure := d.find(c.Param("name")); failure != nil {
		c.Status(failure.Status)
	}
}`,
    findings: ['9 error-detail-leak'],
  },
  {
    name: 'where handlers say nothing of it, or what a failure of their own was told to say, nothing leaks',
    imports: ['github.com/gin-gonic/gin'],
    source: `type Failure struct {
	Code    int
	Message string
}
func (d *Desk) find(name string) (*Shelf, *Failure) {
	shelf, err := d.store.Find(name)
	if err != nil {
		return nil, &Failure{Code: http.StatusInternalServerError, Message: err.Error()}
	}
	return shelf, nil
}
func (d *Desk) show(c *gin.Context) {
	shelf, failure := d.find(c.Param("name"))
	if failure != nil {
		c.JSON(failure.Code, gin.H{"error": "the desk failed"})
		return
	}
	book, failure := d.first(shelf)
	if failure != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": failure.Message})
		return
	}
	c.JSON(http.StatusOK, book)
}`,
    findings: [],
  },
];

reportedOfGo('what is reported of Go handlers that give back their errors', cases, ['encoding/json', 'net/http']);

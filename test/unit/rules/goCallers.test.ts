import { type GoCase, reportedOfGo } from '../../support/handlerCases.ts';

/** Go handlers and who calls them, and what is reported: the line of the handler, the rule. */
const cases: readonly GoCase[] = [
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
];

reportedOfGo(
  'what is reported of Go handlers by who calls them',
  cases,
  ['errors', 'fmt', 'net/http', 'strings'],
  ['github.com/gin-gonic/gin'],
);

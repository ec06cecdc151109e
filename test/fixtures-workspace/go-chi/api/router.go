package api

import (
	"net/http"

	"example.com/go-chi/users"
	"github.com/go-chi/chi/v5"
)

type Server struct {
	users *users.Handler
	store *store
}

func (s *Server) Handler() http.Handler {
	r := chi.NewRouter()
	r.Get("/health", s.health)
	r.Route("/v1", func(r chi.Router) {
		r.Use(s.requireUser)
		r.Post("/users", s.users.Create)
		r.Route("/books", s.books)
		r.Mount("/files", users.Files{}.Routes())
	})
	r.Mount("/admin", s.adminRouter())
	return r
}

func (s *Server) adminRouter() chi.Router {
	r := chi.NewRouter()
	r.Use(requireAdmin)
	r.Delete("/users/{id}", s.users.Remove)
	r.Get("/health", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
		//                 ^^^^^^^^^^^^^^ 202 sent net-http GET /admin/health
	})
	return r
}

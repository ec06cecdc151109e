package api

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func (s *Server) books(r chi.Router) {
	r.Get("/", s.listBooks)
}

func (s *Server) listBooks(w http.ResponseWriter, r *http.Request) {
	if !canRead(r.Context()) {
		http.Error(w, "these books are not for you", http.StatusForbidden)
		//                                                ^^^^^^^^^^^^^^^ 403 sent net-http GET /v1/books
		return
	}
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http GET /v1/books
}

func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
	//                 ^^^^^^^^ 200 sent net-http GET /health
}

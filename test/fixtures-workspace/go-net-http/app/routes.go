package app

import "net/http"

type Server struct{ books *Books }

func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /books", requireAuth(s.books.create))
	mux.Handle("GET /books/{id}", logged(http.HandlerFunc(s.books.show)))
	mux.HandleFunc("GET /health", s.health())
	return mux
}

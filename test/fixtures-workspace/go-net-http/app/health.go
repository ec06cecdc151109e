package app

import "net/http"

func (s *Server) health() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNoContent)
		//                 ^^^^^^^^^^^^^^^ 204 sent net-http GET /health
	}
}

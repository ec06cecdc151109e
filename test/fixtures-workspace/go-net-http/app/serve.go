package app

import (
	"net/http"

	"example.com/go-net-http/admin"
)

func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/shop/", http.StripPrefix("/shop", s.shop()))
	mux.Handle("/admin/", requireAuth(http.StripPrefix("/admin", admin.Routes(s.books.store))))
	v1 := http.NewServeMux()
	v1.HandleFunc("GET /stock", stock)
	v2 := http.NewServeMux()
	v2.Handle("/v1/", http.StripPrefix("/v1", v1))
	mux.Handle("/api/", http.StripPrefix("/api", v2))
	return mux
}

func stock(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http GET /api/v1/stock
}

func (s *Server) shop() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", s.order)
	return mux
}

func (s *Server) order(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusAccepted)
	//                 ^^^^^^^^^^^^^^ 202 sent net-http POST /shop/orders
}

package main

import (
	"net/http"

	"example.com/go-gorilla-mux/api"
	"github.com/gorilla/mux"
)

func main() {
	r := mux.NewRouter()
	v1 := r.PathPrefix("/api/v1").Subrouter()
	books := api.Books{}
	v1.HandleFunc("/books", books.Create).Methods(http.MethodPost)
	admin := v1.PathPrefix("/admin").Subrouter()
	admin.Use(api.RequireLogin)
	api.AdminRoutes(admin)
	http.ListenAndServe(":8080", r)
}

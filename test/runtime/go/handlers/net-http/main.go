package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"handlers/serving"
	"handlers/store"
)

func createUser(w http.ResponseWriter, r *http.Request) {
	var input store.User
	if err := json.NewDecoder(r.Body).Decode(&input); err != nil || input.Name == "" {
		http.Error(w, "a name is needed", 400)
	}
	user, err := store.CreateUser(input)
	if err != nil {
		http.Error(w, "not created", 500)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(201)
	json.NewEncoder(w).Encode(user)
}

func oneUser(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		user, err := store.FindUser(r.PathValue("id"))
		if errors.Is(err, store.ErrNotFound) {
			http.Error(w, "no such user", 400)
			return
		}
		json.NewEncoder(w).Encode(user)
	case http.MethodPut:
		w.WriteHeader(204)
		fmt.Fprintln(w, "updated")
	default:
		http.Error(w, "method not allowed", 405)
	}
}

type userKey struct{}

func requireUser(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user := store.UserOf(r.Header)
		if user == nil {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "unauthenticated", 401)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), userKey{}, user)))
	}
}

func removeUser(w http.ResponseWriter, r *http.Request) {
	user := r.Context().Value(userKey{}).(*store.User)
	if user.Role != "admin" {
		http.Error(w, "Unauthorized", 401)
		return
	}
	w.WriteHeader(204)
}

func reports(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(503)
	fmt.Fprintln(w, "maintenance")
}

func showTeam(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(404)
}

func pay(w http.ResponseWriter, r *http.Request) {
	if err := store.DB.Save(store.Order{Quantity: 1}); err != nil {
		http.Error(w, "payment failed", 400)
		return
	}
	w.Write([]byte("paid"))
}

func order(w http.ResponseWriter, r *http.Request) {
	var order store.Order
	if json.NewDecoder(r.Body).Decode(&order) != nil {
		http.Error(w, "A quantity is a number.", 422)
		return
	}
	status := http.StatusAccepted
	if order.Quantity > 100 {
		status = http.StatusConflict
	} else {
		w.Header().Set("Location", "/orders/3")
	}
	w.WriteHeader(status)
	fmt.Fprintln(w, order.Quantity)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /users", createUser)
	mux.HandleFunc("/users/{id}", oneUser)
	mux.HandleFunc("DELETE /users/{id}", requireUser(removeUser))
	mux.HandleFunc("GET /reports", reports)
	mux.HandleFunc("GET /teams/{id}", showTeam)
	mux.HandleFunc("POST /payments", pay)
	mux.HandleFunc("POST /orders", order)
	mux.Handle("GET /old-reports", http.RedirectHandler("/reports", http.StatusPermanentRedirect))
	mux.HandleFunc("GET /broken", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "broken", http.StatusInternalServerError)
	})
	serving.Serve(mux)
}

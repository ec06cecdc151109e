package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"handlers/serving"
	"handlers/store"
)

type userKey struct{}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user := store.UserOf(r.Header)
		if user == nil {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "unauthenticated", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, user)))
	})
}

func createUser(w http.ResponseWriter, r *http.Request) {
	var input store.User
	if err := json.NewDecoder(r.Body).Decode(&input); err != nil || input.Name == "" {
		http.Error(w, "a name is needed", http.StatusBadRequest)
	}
	user, err := store.CreateUser(input)
	if err != nil {
		http.Error(w, "not created", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
	json.NewEncoder(w).Encode(user)
}

func showUser(w http.ResponseWriter, r *http.Request) {
	user, err := store.FindUser(chi.URLParam(r, "id"))
	if errors.Is(err, store.ErrNotFound) {
		http.Error(w, "no such user", http.StatusBadRequest)
		return
	}
	json.NewEncoder(w).Encode(user)
}

func updateUser(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
	json.NewEncoder(w).Encode(map[string]bool{"updated": true})
}

func removeUser(w http.ResponseWriter, r *http.Request) {
	user := r.Context().Value(userKey{}).(*store.User)
	if user.Role != "admin" {
		http.Error(w, "Unauthorized", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func changeUser(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
}

func reports(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "maintenance", http.StatusServiceUnavailable)
}

func showTeam(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNotFound)
}

func pay(w http.ResponseWriter, r *http.Request) {
	var order store.Order
	if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
		http.Error(w, "an amount is needed", http.StatusBadRequest)
		return
	}
	if err := store.DB.Save(order); err != nil {
		http.Error(w, "payment failed", http.StatusBadRequest)
		return
	}
	w.Write([]byte("paid"))
}

func order(w http.ResponseWriter, r *http.Request) {
	var order store.Order
	if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
		http.Error(w, "A quantity is a number.", http.StatusUnprocessableEntity)
		return
	}
	if order.Quantity > 100 {
		http.Error(w, "There are not so many.", http.StatusConflict)
		return
	}
	w.Header().Set("Location", "/orders/3")
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Post("/users", createUser)
	router.Route("/users/{id}", func(r chi.Router) {
		r.Get("/", showUser)
		r.Put("/", updateUser)
		r.With(requireUser).Delete("/", removeUser)
		r.Patch("/", changeUser)
	})
	router.Get("/reports", reports)
	router.Get("/teams/{id}", showTeam)
	router.Post("/payments", pay)
	router.Post("/orders", order)
	router.Get("/old-reports", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/reports", http.StatusPermanentRedirect)
	})
	router.Get("/broken", func(w http.ResponseWriter, r *http.Request) {
		panic("broken")
	})
	serving.Serve(router)
}

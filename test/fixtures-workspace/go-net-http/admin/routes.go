package admin

import "net/http"

func Routes(store Store) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("DELETE /books/{id}", remove(store))
	return mux
}

func remove(store Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !isAdmin(r) {
			http.Error(w, "books stay", http.StatusUnauthorized)
			//                               ^^^^^^^^^^^^^^^^^^ 401 sent net-http DELETE /admin/books/{id} ! forbidden-for-authenticated
			return
		}
		w.WriteHeader(http.StatusNoContent)
		//                 ^^^^^^^^^^^^^^^ 204 sent net-http DELETE /admin/books/{id}
	}
}

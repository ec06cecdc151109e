package users

import "net/http"

type Handler struct {
	store Store
}

func (h *Handler) Create(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusConflict)
	//                 ^^^^^^^^^^^^^^ 409 sent net-http POST /v1/users
}

func (h *Handler) Remove(w http.ResponseWriter, r *http.Request) {
	if !h.store.MayDelete(r.Context()) {
		http.Error(w, "not yours", http.StatusForbidden)
		//                              ^^^^^^^^^^^^^^^ 403 sent net-http DELETE /admin/users/{id}
		return
	}
	w.WriteHeader(http.StatusNoContent)
	//                 ^^^^^^^^^^^^^^^ 204 sent net-http DELETE /admin/users/{id}
}

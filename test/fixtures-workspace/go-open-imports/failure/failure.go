package failure

import "net/http"

// Send answers with a text and a status.
func Send(w http.ResponseWriter, status int, text string) {
	http.Error(w, text, status)
}

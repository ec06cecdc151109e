// Package serving serves handlers at 127.0.0.1, and prints the port.
package serving

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
)

func Serve(handler http.Handler) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	server := http.Server{Handler: handler, ErrorLog: log.New(io.Discard, "", 0)}
	log.Fatal(server.Serve(listener))
}

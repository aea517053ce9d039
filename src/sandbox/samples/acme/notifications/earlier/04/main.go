// Command notifications writes to customers about their orders.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/acme/notifications/notify"
	"github.com/acme/notifications/orders"
)

func main() {
	ordersURL := os.Getenv("ORDERS_URL")
	if ordersURL == "" {
		ordersURL = "http://localhost:4001"
	}
	handler := &notify.Handler{Orders: orders.NewClient(ordersURL), Mail: notify.LogMailer{}}

	mux := http.NewServeMux()
	mux.HandleFunc("POST /notifications/orders/{id}", handler.OrderChanged)

	address := ":" + port()
	log.Printf("notifications listens on %s", address)
	log.Fatal(http.ListenAndServe(address, mux))
}

func port() string {
	if port := os.Getenv("PORT"); port != "" {
		return port
	}
	return "4003"
}

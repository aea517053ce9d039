// Package orders asks the orders service what it knows.
package orders

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// ErrNotFound says that there is no such order.
var ErrNotFound = errors.New("no such order")

// Customer is who ordered.
type Customer struct {
	Email string `json:"email"`
}

// Order holds what a message needs to know.
type Order struct {
	ID       string    `json:"id"`
	Number   string    `json:"number"`
	Status   string    `json:"status"`
	Customer Customer  `json:"customer"`
	PlacedAt time.Time `json:"placedAt"`
}

// Client talks to the orders service.
type Client struct {
	baseURL string
	http    *http.Client
}

// NewClient returns a client that gives up after five seconds.
func NewClient(baseURL string) *Client {
	return &Client{baseURL: baseURL, http: &http.Client{Timeout: 5 * time.Second}}
}

// Get returns one order.
func (c *Client) Get(id string) (*Order, error) {
	request, err := http.NewRequest(http.MethodGet, fmt.Sprintf("%s/orders/%s", c.baseURL, id), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("x-caller", "notifications")
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusNotFound {
		return nil, ErrNotFound
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("orders answered %s", response.Status)
	}
	var order Order
	if err := json.NewDecoder(response.Body).Decode(&order); err != nil {
		return nil, err
	}
	return &order, nil
}

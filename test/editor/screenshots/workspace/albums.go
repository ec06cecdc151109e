package main

import (
	"database/sql"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
)

type server struct{ db *sql.DB }

func main() {
	s := &server{}
	r := gin.Default()
	v1 := r.Group("/v1")
	v1.POST("/albums", s.createAlbum)
	v1.GET("/albums/:id", s.getAlbum)
	v1.DELETE("/albums/:id", requireLogin, s.deleteAlbum)
	http.HandleFunc("/healthz", health)
	r.Run()
}

func requireLogin(c *gin.Context) {
	user := userFromToken(c.GetHeader("Authorization"))
	if user == nil {
		c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "please log in"})
		return
	}
	c.Set("user", user)
	c.Next()
}

func (s *server) createAlbum(c *gin.Context) {
	var album Album
	if err := c.ShouldBindJSON(&album); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		return
	}
	if err := s.insert(&album); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	c.JSON(http.StatusCreated, album)
}

func (s *server) getAlbum(c *gin.Context) {
	album, err := s.find(c.Param("id"))
	if errors.Is(err, sql.ErrNoRows) {
		c.JSON(http.StatusOK, gin.H{"error": "album not found"})
		return
	}
	if err != nil {
		c.JSON(500, gin.H{"error": err.Error()})
	}
	c.JSON(200, album)
}

func (s *server) deleteAlbum(c *gin.Context) {
	user := c.MustGet("user").(*User)
	if !user.IsAdmin {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "admins only"})
		return
	}
	s.remove(c.Param("id"))
	c.JSON(http.StatusNoContent, gin.H{"deleted": true})
}

func health(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	w.WriteHeader(http.StatusServiceUnavailable)
}

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Response, status
from sqlalchemy.exc import IntegrityError

from .auth import get_current_user
from .db import Session, get_db
from .models import Item, User
from .schemas import ItemIn, ItemOut

app = FastAPI()
router = APIRouter(prefix="/items", tags=["items"])


@router.post("/", response_model=ItemOut, status_code=status.HTTP_201_CREATED)
def create_item(item: ItemIn, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    if db.query(Item).filter(Item.slug == item.slug).first():
        raise HTTPException(status_code=400, detail="Item already exists")
    row = Item(**item.dict(), owner_id=user.id)
    db.add(row)
    db.commit()
    db.refresh(row)
    return row


@router.get("/{item_id}", response_model=ItemOut)
def read_item(item_id: int, db: Session = Depends(get_db)):
    item = db.query(Item).filter(Item.id == item_id).first()
    if item is None:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail="Item not found")
    return item


@router.delete("/{item_id}")
def delete_item(item_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    item = db.get(Item, item_id)
    if not item:
        raise HTTPException(status_code=404)
    if item.owner_id != user.id:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Not the owner of this item")
    db.delete(item)
    db.commit()
    return Response(content="deleted", status_code=204)


@app.post("/login")
def login(form: LoginForm, db: Session = Depends(get_db)):
    user = authenticate(db, form.username, form.password)
    if not user:
        raise HTTPException(status_code=403, detail="Incorrect username or password")
    return {"access_token": create_token(user)}


@app.get("/report")
def report(db: Session = Depends(get_db)):
    try:
        return build_report(db)
    except Exception as e:
        raise HTTPException(status_code=500, detail=str(e))


app.include_router(router)
